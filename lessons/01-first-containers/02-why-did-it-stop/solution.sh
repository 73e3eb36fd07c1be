# step gone
docker run -d alpine
docker ps -a

# step stays
docker run -d --name clock alpine sh -c 'while true; do date; sleep 1; done'
sleep 2
docker logs --tail 3 clock

# step status
docker run alpine sh -c 'exit 3' # fails
