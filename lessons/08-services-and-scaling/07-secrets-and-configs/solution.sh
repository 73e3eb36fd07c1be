# step secret
echo "correct-horse" | docker secret create db_password -
docker service create --name db --secret db_password -e POSTGRES_PASSWORD_FILE=/run/secrets/db_password postgres:18
# step config
docker config create page-1 closed.html
docker service create --name web -p 8080:80 --config source=page-1,target=/usr/share/nginx/html/index.html nginx:alpine
curl -s localhost:8080
# step change
docker config create page-2 open.html
docker service update --config-rm page-1 --config-add source=page-2,target=/usr/share/nginx/html/index.html web
curl -s localhost:8080
