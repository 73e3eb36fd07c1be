# step write
# unmet: saved
docker compose up -d
# step survive
# unmet: was-down again word-there
docker compose restart
# step away
# unmet: empty
docker compose down
