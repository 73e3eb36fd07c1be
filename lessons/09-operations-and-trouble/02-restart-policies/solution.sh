# step flaky
docker run -d --name flaky --restart on-failure:3 alpine sh -c 'echo attempt; sleep 1; exit 1'
sleep 15
# step server
docker run -d --name web --restart unless-stopped nginx:alpine
docker exec web kill 1
sleep 2
# step stopped
docker stop web
# step later
docker run -d --name plain nginx:alpine
docker update --restart always plain
