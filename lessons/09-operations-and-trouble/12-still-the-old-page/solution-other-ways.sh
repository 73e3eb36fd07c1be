# step compose
docker compose build
docker compose down
docker compose up -d
sleep 1
curl -s localhost:8080
# step badge
docker rm -f badge
docker build -q -t badge .
docker run -d -p 8081:80 badge
sleep 1
wget -qO- localhost:8081
