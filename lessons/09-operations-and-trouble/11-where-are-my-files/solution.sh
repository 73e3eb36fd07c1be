# step forbidden
cp index.html empty/
curl -s localhost:8080
# step old
docker rm -f second
docker volume rm pages
docker run -d --name second -p 8081:80 -v pages:/usr/share/nginx/html page
sleep 1
curl -s localhost:8081
