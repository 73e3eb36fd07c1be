# step exec
# unmet: note
docker run -d --name box alpine sleep 1000
docker exec box echo hello > /tmp/note

# step shell
# unmet: terminal
docker run -i alpine hostname
