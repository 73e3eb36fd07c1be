# step up
cat > docker-compose.yml <<'END'
services:
  web:
    image: nginx:alpine
    container_name: my-web
    ports: ["8080:80"]
  cache:
    image: redis:alpine
  more:
    image: redis:alpine
END
docker compose up -d
wget -qO- http://localhost:8080/
# step change
docker compose down
sed -i 's/8080:80/8081:80/' compose.yaml
docker compose up -d
# step down
docker rm -f $(docker ps -aq)
