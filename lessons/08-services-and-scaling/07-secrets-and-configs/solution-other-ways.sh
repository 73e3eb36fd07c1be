# step secret
printf secret > pw
docker secret create db_password pw
docker service create -d --name db --secret source=db_password,target=pw -e POSTGRES_PASSWORD_FILE=/run/secrets/pw postgres:18
sleep 8
# step config
cat closed.html | docker config create page-1 -
docker service create -d --name web -p 8080:80 --config source=page-1,target=/usr/share/nginx/html/index.html,mode=0444 nginx:alpine
sleep 6
wget -qO- localhost:8080
# step change
docker service rm web
docker config create page-2 open.html
sleep 5
docker service create --name web -p 8080:80 --config source=page-2,target=/usr/share/nginx/html/index.html nginx:alpine
curl -s localhost:8080
