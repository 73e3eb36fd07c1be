# step empty
# unmet: forbidden
docker run -d -p 8081:80 -v ./public:/usr/share/nginx/html nginx:alpine
sleep 1
curl localhost:8081
curl localhost:8081/nothing

# step strict
# unmet: right seen
cp public/index.html pubilc/
docker run -d --name right -p 8082:80 -v ./pubilc:/usr/share/nginx/html nginx:alpine
sleep 1
curl localhost:8082

# step filled
# unmet: copied welcome
docker run -d --name vol -p 8083:80 -v ./html:/usr/share/nginx/html nginx:alpine
sleep 1
curl localhost:8083
