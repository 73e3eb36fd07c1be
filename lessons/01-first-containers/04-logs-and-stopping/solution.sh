# step start
docker run -d --name web nginx:alpine
docker logs web

# step stop
docker stop web

# step again
docker start web

# step kill
docker kill web
