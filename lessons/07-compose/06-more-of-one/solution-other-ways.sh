# step collide
docker compose up -d --scale app=2
# step proxy
docker compose down
cat > compose.yaml <<'END'
services:
  proxy:
    image: nginx:alpine
    ports: ["8080:80"]
    volumes: ["./proxy.conf:/etc/nginx/conf.d/default.conf"]
    depends_on: [app]
  app:
    image: traefik/whoami
    deploy:
      replicas: 3
END
docker compose up -d
sleep 1
curl -s localhost:8080
# step more
docker compose scale app=5
