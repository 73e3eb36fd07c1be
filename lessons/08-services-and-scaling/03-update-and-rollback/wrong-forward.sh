# step update
# unmet: new
docker service update --force web
# step bad
# unmet: paused
docker service update --image nginx:1.28-alpine web
# step back
# unmet: rolled-back header
docker service scale web=2
curl -sI localhost:8080
