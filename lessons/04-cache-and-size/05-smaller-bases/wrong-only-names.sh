# step weigh
# unmet: slim alpine
docker build -t app:slim .
docker build -t app:alpine .

# step lacks
# unmet: failed
docker run --name first app:slim ls

# step fix
# unmet: small up seen
sed -i 's/^FROM .*/FROM python:3.12-slim/' Dockerfile
docker build -t app:slim2 .
docker run -d -p 8000:8000 app:slim2
sleep 2
curl localhost:8000
