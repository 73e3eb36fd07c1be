# step image
cat > Dockerfile <<'END'
FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY app.py .
USER 1000
CMD ["python", "app.py"]
END
docker build -t harbour:1.0 .
# step together
docker network create harbour
docker run -d --name store --network harbour -v fleet-data:/data redis:alpine
docker run -d --name app --network harbour -p 8080:8000 harbour:1.0
sleep 3
curl -s localhost:8080
# step limits
docker rm -f app
docker run -d --name app --network harbour -p 8080:8000 -m 128m --restart unless-stopped harbour:1.0
# step lighthouse
docker port lighthouse
docker rm -f lighthouse
docker run -d --name lighthouse -p 9090:80 nginx:alpine
sleep 1
curl -s localhost:9090
# step fleet
docker swarm init
docker service create --name fleet --replicas 3 -p 8090:80 nginx:alpine
docker rm -f $(docker ps -q -f name=fleet | head -1)
sleep 10
