# step deploy
docker stack deploy --detach=true --compose-file docker-compose.yml getstartedlab
sleep 10
wget -qO- localhost:4000
# step more
sed -i 's/replicas: 5/replicas: 7/' docker-compose.yml
docker service scale getstartedlab_web=7
# step kill
docker rm -f $(docker ps -q -f name=getstartedlab_web | tail -2)
sleep 12
# step down
docker service rm getstartedlab_web getstartedlab_redis
