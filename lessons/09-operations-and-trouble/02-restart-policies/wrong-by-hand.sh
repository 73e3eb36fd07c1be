# step flaky
# unmet: tried
docker run -d --name flaky alpine sh -c 'exit 1'
docker start flaky
docker start flaky
docker start flaky
# step server
# unmet: back
docker run -d --name web --restart unless-stopped nginx:alpine
docker restart web
# step stopped
# unmet: stays-stopped
docker exec web kill 1
sleep 2
# step later
# unmet: changed
docker run -d --name plain nginx:alpine
docker restart plain
