# step begin
docker swarm init --advertise-addr eth0
# step join
docker swarm join-token worker
@node3 docker swarm join --token JOIN_TOKEN --advertise-addr 192.168.0.20 192.168.0.18:2377
@node2 docker swarm join --token JOIN_TOKEN 192.168.0.18:2377
# step spread
docker service create -d --name web --mode global -p 8080:80 traefik/whoami
sleep 8
# step mesh
docker service update --replicas 1 web
