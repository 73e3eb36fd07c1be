# step nameless
docker inspect -f '{{.NetworkSettings.IPAddress}}' store

# step network
docker network create shop
docker rm -f store
docker run -d --name store --network shop redis:alpine
docker run -d --name client --network shop alpine sleep 1d
sleep 1
docker exec client ping -c 1 store

# step late
docker network connect shop late
docker exec late ping -c 1 store
