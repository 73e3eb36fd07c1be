# step begin
docker swarm init
# step join
@node2 docker swarm join --token JOIN_TOKEN 192.168.0.18:2377
@node3 docker swarm join --token JOIN_TOKEN 192.168.0.18:2377
# step spread
docker service create --name web --replicas 3 -p 8080:80 traefik/whoami
# step mesh
docker service scale web=1
