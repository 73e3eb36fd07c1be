# step shell
docker run -t alpine hostname

# step exec
docker run -d --name box alpine sleep 1000
docker exec box sh -c 'echo hello > /tmp/note'

# step apart
docker run -d --name box2 alpine sleep 1000
docker exec box2 ls /tmp
