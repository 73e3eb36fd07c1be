# step database
# unmet: db
sed -i '/postgres:18/a\    environment: [POSTGRES_PASWORD=secret]' compose.yaml
docker compose up -d
sleep 4
# step upstream
# unmet: proxy
sed -i 's#http://app:80#http://localhost:80#' proxy.conf
docker compose up -d
docker compose restart proxy
sleep 3
# step port
# unmet: page
sed -i 's/80:8080/8080:8080/' compose.yaml
docker compose up -d
sleep 1
curl -s localhost:8080
