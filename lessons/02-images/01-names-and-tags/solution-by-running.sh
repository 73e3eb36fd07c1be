# step pull
docker run --rm alpine:3.20 true
docker image pull docker.io/library/alpine:latest

# step wrong
docker run -d nginx:alpine

# step tag
docker image tag $(docker images -q nginx:alpine) mine:1.0
