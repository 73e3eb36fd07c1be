# step pull
docker pull alpine:3.20
docker pull alpine

# step wrong
docker pull nginx:alpine

# step tag
docker tag nginx:alpine mine:1.0
docker images
