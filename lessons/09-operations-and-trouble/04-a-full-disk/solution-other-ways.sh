# step containers
docker start shop
docker container prune -f
# step unused
docker start shop
docker image prune -a -f
# step volumes
docker rm -v try-3
