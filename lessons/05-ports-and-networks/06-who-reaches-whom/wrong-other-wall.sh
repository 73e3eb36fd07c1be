# step wall
# unmet: back served front
docker network create back
docker network connect back db
docker network connect back api
docker network disconnect front db
docker network disconnect front api

# step alone
# unmet: silent
docker run -d --name job --network none alpine sleep 1d
docker rm -f web
docker run -d --name metrics --network host nginx:alpine
sleep 1
curl localhost
