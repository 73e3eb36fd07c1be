# step update
docker service update --image nginx:1.29-alpine web
sleep 8
# step bad
docker service update --image nginx:1.99-alpine web # fails
# step back
docker service rollback web
curl -sI localhost:8080
