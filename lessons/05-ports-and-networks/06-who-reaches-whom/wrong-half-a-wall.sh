# step wall
# unmet: apart front
docker network create --internal back
docker network connect back db
docker network connect back api
sleep 1

# step alone
# unmet: nothing silent shared seen
docker network create none-2
docker run -d --name job --network none-2 alpine sleep 1d
docker run -d --name metrics -p 80:80 nginx:alpine
sleep 1
curl localhost:80
