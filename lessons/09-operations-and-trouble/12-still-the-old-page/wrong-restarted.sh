# step compose
# unmet: page in-the-image
docker compose up -d --force-recreate
sleep 1
curl -s localhost:8080
# step badge
# unmet: current badge-page
docker restart badge
sleep 1
curl -s localhost:8081
