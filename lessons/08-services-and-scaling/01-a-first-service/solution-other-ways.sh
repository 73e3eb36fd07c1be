# step init
docker swarm init --advertise-addr 192.168.0.18
# step create
docker service create -d --name web --publish published=8080,target=80 traefik/whoami:latest
sleep 5
wget -qO- localhost:8080
# step heal
docker kill $(docker ps -q)
sleep 10
