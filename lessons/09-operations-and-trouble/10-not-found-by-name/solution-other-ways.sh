# step connect
docker rm -f cache
docker run -d --name cache --network back redis:alpine
# step default
docker network create more
docker network connect more cache
docker network connect more old-app
