# step scale
# unmet: three
docker run -d traefik/whoami
docker run -d traefik/whoami
# step fewer
# unmet: two
docker rm -f $(docker ps -q | head -1)
sleep 1
