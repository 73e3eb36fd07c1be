# step empty
mkdir none
docker run -d -p 8081:80 --mount type=bind,src="$PWD/none",dst=/usr/share/nginx/html nginx:alpine
sleep 1
curl -i localhost:8081/

# step strict
docker run -d --name right -p 8082:80 -v ./public:/usr/share/nginx/html:ro nginx:alpine
sleep 1
wget -qO- localhost:8082

# step filled
docker volume create html
docker run -d -p 8083:80 --mount type=volume,src=html,dst=/usr/share/nginx/html nginx:alpine
sleep 1
curl -s 127.0.0.1:8083
