# step health
sed -i '/POSTGRES_PASSWORD/a\    healthcheck: { test: ["CMD", "pg_isready"], interval: 1s }' compose.yaml
docker compose up -d
sleep 4
# step wait
sed -i 's/      - db/      db: { condition: service_healthy, restart: true }/' compose.yaml
docker compose up -d --force-recreate
sleep 3
