# step database
docker rename db old
docker run -d --name db -e POSTGRES_HOST_AUTH_METHOD=trust postgres:18
sleep 4
# step counter
docker update --memory 64m --memory-swap 64m count
docker start count
sleep 2
# step greeter
docker rm greeter
docker run -d --name greeter python:3.12-alpine sh -c 'while sleep 1; do echo hello; done'
sleep 2
