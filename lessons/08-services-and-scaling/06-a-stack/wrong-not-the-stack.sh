# step build
# unmet: image
docker build -t hello .
# step deploy
# unmet: five counter
docker compose up -d
sleep 3
curl -s localhost:4000
# step more
# unmet: written
docker service scale getstartedlab_web=7
# step kill
# unmet: replaced
docker service scale getstartedlab_web=6
docker service scale getstartedlab_web=7
# step down
# unmet: gone
docker service scale getstartedlab_web=0
