# step conflict
docker run -d nginx:alpine
docker rename $(docker ps -lq) web2

# step running
docker rm -f web

# step prune
docker rm old1 old2

# step rm
docker container run -t --rm alpine hostname
