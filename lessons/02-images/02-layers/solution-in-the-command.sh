# step change
docker run -d --name box python:3.12-slim sh -c 'mv /etc/debian_version /tmp; sleep 1000'
sleep 1

# step share
docker run --rm python:3.13-slim python -V
