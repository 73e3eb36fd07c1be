# step empty
docker run -d --name typo -p 8081:80 -v ./pubilc:/usr/share/nginx/html nginx:alpine
sleep 1
curl localhost:8081

# step strict
docker run -d --name right -p 8082:80 --mount type=bind,src=/root/site/public,dst=/usr/share/nginx/html nginx:alpine
sleep 1
curl localhost:8082

# step filled
docker run -d --name vol -p 8083:80 -v html:/usr/share/nginx/html nginx:alpine
sleep 1
curl localhost:8083
