# step weigh
sed -i 's/^FROM .*/FROM python:3.12-slim/' Dockerfile
docker build -t app:slim .
sed -i 's/^FROM .*/FROM python:3.12-alpine/' Dockerfile
docker build -t app:alpine .

# step lacks
docker run --name first app:alpine # fails

# step fix
sed -i '1s|.*|#!/bin/sh|' start.sh
docker build -t app:alpine .
docker run -d -p 8000:8000 app:alpine
sleep 2
curl localhost:8000
