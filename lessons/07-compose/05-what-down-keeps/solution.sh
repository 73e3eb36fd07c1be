# step write
docker compose up -d
docker compose exec store redis-cli set word anchor
docker compose exec store redis-cli save
# step survive
docker compose down
docker compose up -d
docker compose exec store redis-cli get word
# step away
docker compose down -v
