# step create
# unmet: runs
docker run -d --name web -p 8080:80 traefik/whoami
curl -s localhost:8080
# step heal
# unmet: healed
docker service update --force web
sleep 10
