# step network
docker network create --driver bridge --subnet 10.66.0.0/16 shop
docker network connect shop store
docker run -d --name client --net shop --hostname box busybox sleep 1000
sleep 1

# step late
docker rm -f late
docker run -d --name late --network shop alpine sleep 1d
