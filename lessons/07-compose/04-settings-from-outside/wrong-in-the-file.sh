# step env
# unmet: runs
printf 'PORT=8080\nCOLOR=blue\n' > settings.env
docker compose up -d
# step stronger
# unmet: still
sed -i 's/blue/green/' .env
docker compose up -d
# step profile
# unmet: in-profile
cat >> compose.yaml <<'END'
  probe:
    image: redis:alpine
END
docker compose up -d
