# step change
# unmet: installed
docker run --rm alpine apk add curl
docker run --name workshop alpine true

# step commit
# unmet: image works
docker tag alpine with-curl
docker run with-curl curl --version
