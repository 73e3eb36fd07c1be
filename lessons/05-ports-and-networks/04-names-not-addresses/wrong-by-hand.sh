# step network
# unmet: inside client reaches
docker network create shop
docker run -d --name client --network shop alpine sleep 1d
docker exec client ping -c 1 -W 1 172.17.0.2

# step late
# unmet: finds
docker network create other
docker network connect other late
docker network connect other client

# step network
# unmet: made inside client reaches
docker network create shopp
docker rm -f store
docker run -d --name store --network shopp redis:alpine
docker run -d --name client alpine sleep 1d
