# step forbidden
# unmet: first-page
docker restart first
curl -s localhost:8080
# step old
# unmet: new-page
docker build -q --no-cache -t page .
docker rm -f second
docker run -d --name second -p 8081:80 -v pages:/usr/share/nginx/html page
sleep 1
curl -s localhost:8081
