# step health
# unmet: healthy
sed -i '/POSTGRES_PASSWORD/a\    healthcheck: { test: "pg_isready -p 9999", interval: 1s }' compose.yaml
docker compose up -d
sleep 20
# step wait
# unmet: written
docker compose restart report
sleep 4
