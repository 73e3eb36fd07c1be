# step publish
docker create --name web --publish 0.0.0.0:8080:80/tcp nginx:alpine
docker start web
sleep 1
wget -qO- http://127.0.0.1:8080/

# step reversed
docker run -d --name other -p 8081:80 -p 9090:80 nginx:alpine
sleep 1
curl -s $(hostname -i | cut -d' ' -f1):8081

# step others
docker run -d --name any -p 80 httpd:alpine
docker run -d --name mine -p 127.0.0.1:8082:80 --expose 90 nginx:alpine
