# step join
# unmet: two
@node2 docker swarm init
@node3 docker swarm join --token JOIN_TOKEN 192.168.0.18:2377
# step spread
# unmet: far
docker service create --name web --replicas 3 --constraint node.role==manager -p 8080:80 traefik/whoami
# step mesh
# unmet: few
docker node update --availability drain node2
sleep 5
