# step publish
docker run -d --name web -p 8080:80 nginx:alpine
sleep 1
curl localhost:8080

# step reversed
docker run -d --name back -p 8081:80 nginx:alpine
sleep 1
curl localhost:8081

# step others
docker run -d --name any -P nginx:alpine
docker port any
docker run -d --name mine -p 127.0.0.1:8082:80 nginx:alpine
