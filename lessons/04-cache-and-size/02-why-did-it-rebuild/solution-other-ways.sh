# step same
docker build -q --tag pack:latest .

# step culprit
sh build.sh
sed -i 's|build.log|/tmp/build.log|' build.sh
rm build.log
sh build.sh
sh build.sh

# step stale
sed -i '1a ARG FRESH' Dockerfile
docker build --build-arg FRESH=2 -t pack .
