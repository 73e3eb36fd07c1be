# step pull
# unmet: latest
docker pull alpine:3.20
docker tag alpine:3.20 alpine:latest

# step tag
# unmet: own
docker tag alpine:latest mine:1.0

# step pull
# unmet: old latest
docker pull alpine
docker pull alpine:3.22

# step wrong
# unmet: nginx
docker pull nginx
docker pull httpd:alpine
