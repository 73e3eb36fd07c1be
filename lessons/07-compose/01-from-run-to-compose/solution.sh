# step up
cat > compose.yaml <<'END'
services:
  web:
    image: nginx:alpine
    ports:
      - "8080:80"
  cache:
    image: redis:alpine
END
docker compose up -d
curl -s localhost:8080
# step names
docker compose exec web ping -c 1 cache
docker network ls
# step change
sed -i 's/8080:80/8081:80/' compose.yaml
docker compose up -d
# step down
docker compose down
