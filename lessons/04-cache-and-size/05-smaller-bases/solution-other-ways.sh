# step weigh
sed 's/python:3.12/python:3.12-slim/' Dockerfile | docker build -q -t app:slim -f - .
sed 's/python:3.12/python:3.12-alpine/' Dockerfile | docker build -q -t app:alpine -f - .

# step lacks
docker run -d --name first app:alpine
docker logs first

# step fix
sed -i 's|^RUN|RUN apk add --no-cache bash \&\& |' Dockerfile
docker build -t app:alpine .
docker run -d --name app -p 127.0.0.1:8000:8000 app:alpine
sleep 2
curl localhost:8000
