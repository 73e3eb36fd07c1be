# step look
docker system df
# step containers
docker rm try-1 try-2
# step unused
docker image prune -f
docker rmi python:3.12-slim
# step volumes
docker rm try-3
docker volume prune -f
