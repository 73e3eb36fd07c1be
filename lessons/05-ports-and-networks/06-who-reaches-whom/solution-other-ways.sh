# step wall
docker network create --internal --subnet 10.9.0.0/24 back
docker rm -f db api
docker run -d --name db --network back redis:alpine
docker run -d --name api --network back nginx:alpine
docker network connect front api
sleep 1

# step alone
docker run -d --name job --net none busybox sleep 1000
docker run -d --name metrics --net=host -p 8080:80 httpd:alpine
sleep 1
wget -qO- 127.0.0.1
