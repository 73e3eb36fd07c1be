# step wall
docker network create --internal back
docker network connect back db
docker network connect back api
docker network disconnect front db
sleep 1

# step out
docker exec db ping -c 1 1.1.1.1 # fails

# step alone
docker run -d --name job --network none alpine sleep 1d
docker run -d --name metrics --network host nginx:alpine
sleep 1
curl localhost:80
