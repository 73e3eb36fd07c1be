# step write
# unmet: copy
echo 'FROM nginx:alpine' > Dockerfile

# step build
# unmet: built
docker pull nginx:alpine
docker tag nginx:alpine page:1.0

# step run
# unmet: up seen
docker run -d -p 80:8080 page:1
curl localhost:8080

# step write
# unmet: from
printf 'FROM alpine\nCOPY index.html /\n' > Dockerfile

# step build
# unmet: built
docker pull nginx:alpine
docker tag nginx:alpine page:1
