# step conflict
docker create --name new -p 8080:80 nginx:alpine
docker start new

# step leftover
docker rename new failed
docker container run --detach --publish 8081:80 --name new nginx:alpine

# step whose
docker kill $(docker ps -q --filter publish=8080)
docker rename new was-new
docker run -d --name new -p 127.0.0.1:8080:80 nginx:alpine
sleep 1
curl -s 127.0.0.1:8080
