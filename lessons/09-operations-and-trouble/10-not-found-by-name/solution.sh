# step look
docker inspect -f '{{json .NetworkSettings.Networks}}' cache
# step connect
docker network connect back cache
docker exec app redis-cli -h cache ping
# step default
docker network connect back old-app
docker exec old-app redis-cli -h cache ping
