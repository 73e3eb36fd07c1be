# step same
docker build -t pack .

# step culprit
sh build.sh
sh build.sh
echo build.log > .dockerignore
sh build.sh
sh build.sh

# step stale
docker build --no-cache -t pack .
docker run --rm pack cat /made
