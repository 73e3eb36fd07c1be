# step fail
# unmet: down
docker node update --availability drain node2
sleep 8
# step again
# unmet: spread
@on node2
sleep 10
# step drain
# unmet: drained
docker service update --constraint-add node.hostname!=node3 web
