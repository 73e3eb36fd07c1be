# step change
docker run --name workshop alpine apk add curl

# step commit
docker commit workshop with-curl
docker run with-curl curl --version

# step doubt
docker history with-curl
