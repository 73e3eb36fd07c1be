# step loopback
docker exec one netstat -tln
docker rm -f one
docker run -d --name one -p 8001:8000 -e HOST=0.0.0.0 api
sleep 1
curl localhost:8001

# step number
docker rm -f two
docker run -d --name two -p 8002:8000 -e HOST=0.0.0.0 api
sleep 1
curl localhost:8002

# step closed
docker rm -f three
docker run -d --name three -p 8003:8000 -e HOST=0.0.0.0 api
sleep 1
curl localhost:8003
