# step up
# unmet: both
docker run -d --name web -p 8080:80 nginx:alpine
docker run -d --name cache redis:alpine
sleep 1
curl -s localhost:8080
# step change
# unmet: moved untouched
sed -i 's/8080:80/8081:80/' compose.yaml
docker compose restart
# step down
# unmet: gone
docker compose stop
