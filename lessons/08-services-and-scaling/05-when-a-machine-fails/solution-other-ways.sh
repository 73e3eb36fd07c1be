# step fail
@cut node2
sleep 40
# step again
@on node2
sleep 10
docker service scale web=1
docker service scale web=3
# step drain
docker node update -d --availability=drain $(docker node ls -qf name=node3) || docker node update --availability=drain $(docker node ls -qf name=node3)
sleep 8
