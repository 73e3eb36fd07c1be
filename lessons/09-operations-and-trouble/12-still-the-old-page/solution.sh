# step compose
docker compose up -d --build
sleep 1
curl -s localhost:8080
# step badge
docker rm -f badge
docker run -d --name badge -p 8081:80 badge
sleep 1
curl -s localhost:8081
