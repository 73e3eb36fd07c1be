# step stop
# unmet: stopped
docker kill web

# step again
# unmet: running
docker run -d --name web2 nginx:alpine

# step kill
# unmet: killed
docker stop web

# step start
# unmet: runs read
docker run -d --name web nginx:alpine nginx -v
docker ps -a
