# step loopback
# unmet: mended first
docker exec one wget -qO- localhost:8000
docker restart one
sleep 1
curl localhost:8001

# step number
# unmet: second still
docker rm -f two
docker run -d --name two -p 8002:8000 api
sleep 1
curl localhost:8002
docker rm -f two
docker run -d --name two -p 8000:8002 -e HOST=0.0.0.0 api

# step closed
# unmet: third
curl $(docker inspect -f '{{.NetworkSettings.IPAddress}}' three):8000
