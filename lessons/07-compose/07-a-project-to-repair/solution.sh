# step database
sed -i '/postgres:18/a\    environment:\n      POSTGRES_PASSWORD: secret' compose.yaml
docker compose up -d
sleep 3
# step upstream
sed -i '/nginx:alpine/a\    networks:\n      - back' compose.yaml
docker compose up -d
sleep 3
# step port
sed -i 's/80:8080/8080:80/' compose.yaml
docker compose up -d
sleep 1
curl -s localhost:8080
