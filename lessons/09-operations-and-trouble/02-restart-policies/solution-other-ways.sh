# step flaky
docker create --name flaky --restart=on-failure:5 alpine sh -c 'exit 7'
docker start flaky
sleep 20
# step server
docker run -d --restart unless-stopped --name web nginx:alpine
docker exec web nginx -s quit
sleep 2
# step stopped
docker kill web
# step later
docker run -d --name plain --restart always alpine sleep 1000
