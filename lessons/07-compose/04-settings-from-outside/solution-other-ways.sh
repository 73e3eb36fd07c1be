# step env
printf 'COLOR="blue"\nPORT=8080\nTAG=alpine\n' > .env
docker compose up -d
# step stronger
export COLOR=green
docker compose up -d
# step profile
cat >> compose.yaml <<'END'
  probe:
    image: redis:alpine
    profiles:
      - debug
      - other
END
COMPOSE_PROFILES=debug docker compose up -d
