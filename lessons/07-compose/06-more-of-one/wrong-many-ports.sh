# step collide
# unmet: stuck
docker compose up -d
# step proxy
# unmet: three front
docker compose down
sed -i 's/8080:80/8080-8082:80/' compose.yaml
docker compose up -d --scale app=3
sleep 1
curl -s localhost:8080
# step more
# unmet: five
docker compose up -d --scale app=4
