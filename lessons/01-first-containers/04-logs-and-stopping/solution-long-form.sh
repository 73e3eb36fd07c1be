# step start
docker container run --name=web --detach nginx:alpine
docker container logs --tail 2 web

# step stop
docker stop -t 30 $(docker ps -q)

# step again
docker restart web

# step kill
docker kill -s KILL web
