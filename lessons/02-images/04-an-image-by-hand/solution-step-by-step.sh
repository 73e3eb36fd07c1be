# step change
docker run -d --name workshop alpine sleep 1000
docker exec workshop apk add --no-cache curl

# step commit
docker container commit -m 'add curl' workshop with-curl:latest
docker run --name try with-curl sh -c 'curl --version'
