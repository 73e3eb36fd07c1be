# step scale
docker service scale web=3
# step rotate
for i in 1 2 3; do curl -s localhost:8080 | head -1; done
# step fewer
docker service update --replicas 2 web
