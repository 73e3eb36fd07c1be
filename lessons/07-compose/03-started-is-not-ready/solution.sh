# step early
docker compose up -d
sleep 5
docker compose logs report
# step health
cat > compose.yaml <<'END'
services:
  db:
    image: postgres:18
    environment:
      POSTGRES_PASSWORD: secret
    healthcheck:
      test: pg_isready -U postgres
      interval: 2s
  report:
    image: postgres:18
    environment:
      PGPASSWORD: secret
    command: psql -h db -U postgres -c "select 'all is well' as report"
    depends_on:
      - db
END
docker compose up -d db
sleep 5
# step wait
cat > compose.yaml <<'END'
services:
  db:
    image: postgres:18
    environment:
      POSTGRES_PASSWORD: secret
    healthcheck:
      test: pg_isready -U postgres
      interval: 2s
  report:
    image: postgres:18
    environment:
      PGPASSWORD: secret
    command: psql -h db -U postgres -c "select 'all is well' as report"
    depends_on:
      db:
        condition: service_healthy
END
docker compose down
docker compose up -d
sleep 5
