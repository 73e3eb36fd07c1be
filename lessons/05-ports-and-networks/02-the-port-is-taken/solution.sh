# step conflict
docker run -d --name new -p 8080:80 nginx:alpine # fails
docker ps -a

# step leftover
docker rm new
docker run -d --name new -p 8081:80 nginx:alpine

# step whose
docker stop old
docker rm -f new
docker run -d --name new -p 8080:80 nginx:alpine
sleep 1
curl localhost:8080
