# step indent
cat > compose.yaml <<'END'
services:
  web: { image: "nginx:alpine", ports: ["8080:80"] }
END
docker compose up -d
# step key
sed -i 's/prots/ports/' key.yaml
docker compose -p other -f key.yaml up -d
# step shape
cat > shape.yaml <<'END'
services:
  blog:
    image: nginx:alpine
    ports: ["8082:80"]
    environment:
      COLOR: blue
END
docker compose -f shape.yaml up -d
