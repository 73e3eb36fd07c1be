# step collide
docker compose up -d
docker compose up -d --scale app=3 # fails
# step proxy
cat > compose.yaml <<'END'
services:
  app:
    image: traefik/whoami
  proxy:
    image: nginx:alpine
    ports:
      - "8080:80"
    volumes:
      - ./proxy.conf:/etc/nginx/conf.d/default.conf:ro
    depends_on:
      - app
END
docker compose up -d --scale app=3
sleep 1
curl -s localhost:8080
# step more
docker compose up -d --scale app=5
docker compose restart proxy
