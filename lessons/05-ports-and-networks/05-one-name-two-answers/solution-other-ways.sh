# step alias
for i in 1 2; do docker run -d --network shop --net-alias web --name w$i nginx:alpine; done
sleep 1

# step third
docker run -d --network shop --network-alias web --network-alias more traefik/whoami

# step leave
docker rm -f web1
