# step indent
sed -i 's/^   ports/    ports/' indent.yaml
docker compose -f indent.yaml up -d
# step key
sed -i 's/prots/ports/' key.yaml
docker compose -f key.yaml up -d
# step shape
cat > shape.yaml <<'END'
services:
  blog:
    image: nginx:alpine
    ports:
      - "8082:80"
    environment:
      - COLOR=blue
END
docker compose -f shape.yaml up -d
