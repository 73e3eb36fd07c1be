# step conflict
docker run -d --name web2 nginx:alpine

# step running
docker stop web
docker rm web

# step prune
docker container prune -f

# step rm
docker run --rm alpine echo bye
