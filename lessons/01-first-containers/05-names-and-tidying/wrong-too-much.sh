# step conflict
# unmet: second
docker rename web web3
docker run -d --name web nginx:alpine

# step running
# unmet: kept
docker rm -f web web2

# step prune
# unmet: only
docker rm old1

# step rm
# unmet: none
docker run --name bye alpine echo 'docker run --rm'
docker run --rm alpine echo bye

# step running
# unmet: gone kept
docker stop web

# step rm
# unmet: read none
docker run alpine echo bye
docker rm $(docker ps -lq)
