# step conflict
# unmet: created
docker run -d --name new -p 8081:80 nginx:alpine

# step leftover
# unmet: up
docker run -d --name newer -p 8081:80 nginx:alpine
docker start new

# step whose
# unmet: moved seen kept
docker restart old
docker restart new
curl localhost:8080
