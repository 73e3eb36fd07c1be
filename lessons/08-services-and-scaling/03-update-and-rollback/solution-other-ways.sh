# step update
docker service update -d --image nginx:1.29-alpine --update-parallelism 2 web
sleep 30
# step bad
docker service update -d --image nginx:never web
sleep 15
# step back
docker service update --rollback web
curl -s localhost:8080
