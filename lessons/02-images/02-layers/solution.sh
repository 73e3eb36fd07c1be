# step history
docker image inspect --format '{{json .RootFS.Layers}}' python:3.12-slim

# step share
docker pull python:3.13-slim

# step change
docker run -d --name box python:3.12-slim sleep 1000
docker exec box rm /etc/debian_version
