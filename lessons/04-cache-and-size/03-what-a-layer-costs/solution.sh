# step weigh
docker build -t tool:1 .
docker history tool:1

# step one
printf 'FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y curl \\\n    && rm -rf /var/lib/apt/lists/*\n' > Dockerfile
docker build -t tool:2 .
docker images tool
