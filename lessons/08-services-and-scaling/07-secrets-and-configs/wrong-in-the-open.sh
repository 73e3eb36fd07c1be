# step secret
# unmet: database
docker service create --name db -e POSTGRES_PASSWORD=correct-horse postgres:18
# step config
# unmet: page
docker service create --name web -p 8080:80 --mount type=bind,source=/root/site/closed.html,target=/usr/share/nginx/html/index.html nginx:alpine
curl -s localhost:8080
# step change
# unmet: new open
docker config create page-2 open.html
curl -s localhost:8080
