# step database
sed -i '/postgres:18/a\    environment: [POSTGRES_HOST_AUTH_METHOD=trust]' compose.yaml
docker compose up -d db
sleep 3
# step upstream
sed -i '/nginx:alpine/a\    networks: [default, back]' compose.yaml
docker compose up -d
sleep 3
# step port
sed -i 's/80:8080/127.0.0.1:8080:80/' compose.yaml
docker compose up -d
sleep 1
wget -qO- localhost:8080
