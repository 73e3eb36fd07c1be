# step run
# unmet: hello
docker pull hello-world
docker create hello-world

# step build
# unmet: built
docker pull -q nginx:alpine
docker tag nginx:alpine friendlyhello

# step publish
# unmet: published seen
docker run -d -p 80:4000 friendlyhello
sleep 1
curl localhost:80
curl localhost:4000
