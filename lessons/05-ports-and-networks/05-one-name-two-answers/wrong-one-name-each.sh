# step alias
# unmet: two answers
docker run -d --name web --network shop traefik/whoami
docker run -d --name web2 --network shop traefik/whoami
sleep 1

# step third
# unmet: three
docker run -d --name web3 --network shop traefik/whoami

# step leave
# unmet: gone
docker network disconnect shop web2

# step leave
# unmet: less gone
docker restart -t 1 web1
sleep 1
