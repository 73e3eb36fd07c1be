# step weigh
# unmet: built
docker tag debian:bookworm-slim tool:1

# step one
# unmet: small
printf 'FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl\nRUN rm -rf /var/lib/apt/lists/*\n' > Dockerfile
docker build -t tool:2 .

# step one
# unmet: works
docker pull -q alpine
docker tag alpine tool:2
