# step image
cat > Dockerfile <<'END'
FROM python:3.12-slim
COPY . /srv
WORKDIR /srv
RUN pip install --no-cache-dir -r requirements.txt
USER 1000
CMD python app.py
END
docker compose version
docker build -q -t harbour:1.0 .
# step together
cat > compose.yaml <<'END'
services:
  app:
    image: harbour:1.0
    ports: ["8080:8000"]
  store:
    image: redis:alpine
    volumes: ["fleet-data:/data"]
volumes:
  fleet-data:
END
docker compose up -d
sleep 3
curl -s localhost:8080
# step limits
docker update --memory 128m --memory-swap 256m --restart unless-stopped app
# step lighthouse
docker rename lighthouse dark
docker stop dark
docker run -d -p 9090:80 nginx:alpine
sleep 1
wget -qO- localhost:9090
# step fleet
docker swarm init
docker service create -d --name fleet -p 8090:80 nginx:alpine
sleep 3
docker service scale fleet=3
docker kill $(docker ps -q -f name=fleet | head -1)
sleep 10
