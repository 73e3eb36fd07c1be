# step publish
# unmet: up seen
docker run -d --name web --expose 8080 nginx:alpine
sleep 1
curl $(docker inspect -f '{{.NetworkSettings.IPAddress}}' web):80

# step reversed
# unmet: turned answers
docker run -d --name back -p 80:8081 nginx:alpine
sleep 1
curl localhost:80
curl localhost:8081

# step others
# unmet: all alone
docker run -d --name any nginx:alpine
docker run -d --name mine -p 8082:80 nginx:alpine
sleep 1
curl 127.0.0.1:8082
