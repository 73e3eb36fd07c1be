# step scale
docker service rm web
docker service create -d --name web --replicas 3 -p 8080:80 traefik/whoami
sleep 6
# step fewer
docker service scale -d web=2
sleep 3
