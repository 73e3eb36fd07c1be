# step network
# unmet: inside reaches
docker network create shop
docker rm -f store
docker run -d --name store --network shop alpine sleep 1d
docker run -d --name client --network shop alpine sleep 1d
