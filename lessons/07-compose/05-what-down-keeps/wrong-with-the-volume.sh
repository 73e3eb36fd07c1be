# step survive
# unmet: word-there
docker compose down -v
docker compose up -d
