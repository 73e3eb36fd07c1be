# step weigh
docker build -t other .
docker tag other tool:1

# step one
printf 'FROM debian:bookworm-slim\nRUN <<EOT\napt-get update\napt-get install -y --no-install-recommends curl\nrm -r /var/lib/apt/lists\nEOT\n' > Dockerfile.small
docker build -f Dockerfile.small -t tool:2 .
