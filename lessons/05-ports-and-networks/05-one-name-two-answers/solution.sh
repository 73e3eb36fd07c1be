# step alias
docker run -d --name web1 --network shop --network-alias web traefik/whoami
docker run -d --name web2 --network shop --network-alias web traefik/whoami
sleep 1
docker exec client nslookup web

# step spread
docker exec client wget -qO- http://web

# step third
docker run -d --name web3 traefik/whoami
docker network connect --alias web shop web3

# step leave
docker stop web1
