# step pull
# unmet: latest
docker pull alpine:3.20
docker tag alpine:3.20 alpine:latest

# step tag
# unmet: own
docker tag alpine:latest mine:1.0
