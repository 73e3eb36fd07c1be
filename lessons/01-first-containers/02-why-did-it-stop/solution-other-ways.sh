# step gone
docker run alpine true

# step stays
docker run --name clock --detach alpine ping localhost
sleep 2

# step status
docker run -d --name three alpine sh -c 'sleep 1; exit 3'
sleep 3
