# step env
printf 'PORT=8080\nCOLOR=blue\n' > .env
docker compose up -d
# step stronger
COLOR=green docker compose up -d
# step profile
cat >> compose.yaml <<'END'
  probe:
    image: redis:alpine
    profiles: [debug]
END
docker compose --profile debug up -d
