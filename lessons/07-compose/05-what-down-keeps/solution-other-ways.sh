# step write
docker compose up -d
docker exec site-store-1 redis-cli set word anchor
docker compose stop
docker compose start
# step survive
docker compose -f compose.yaml down
docker compose up -d
# step away
docker compose down
docker volume rm site_data
