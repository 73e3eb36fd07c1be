# step build
docker build -t friendlyhello .
# step deploy
docker stack deploy -c docker-compose.yml getstartedlab
sleep 10
curl -s localhost:4000
# step more
sed -i 's/replicas: 5/replicas: 7/' docker-compose.yml
docker stack deploy -c docker-compose.yml getstartedlab
sleep 10
# step kill
docker kill $(docker ps -q -f name=getstartedlab_web | head -1)
sleep 12
# step down
docker stack rm getstartedlab
