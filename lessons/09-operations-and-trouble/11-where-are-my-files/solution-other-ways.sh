# step forbidden
docker rm -f first
docker run -d --name first -p 8080:80 nginx:alpine
sleep 1
curl -s localhost:8080
# step old
docker rm -f second
docker run -d --name third -p 8081:80 page
sleep 1
wget -qO- localhost:8081
