# step change
# unmet: gone
docker run --rm python:3.12-slim rm /etc/debian_version
docker run -d --name box python:3.12-slim sleep 1000

# step share
# unmet: second
docker tag python:3.12-slim python:3.13

# step change
# unmet: box gone
docker run --name box python:3.12-slim rm /etc/debian_version
