# step fail
@off node2
sleep 40
# step again
@on node2
sleep 10
docker service update --force web
# step drain
docker node update --availability drain node3
sleep 8
