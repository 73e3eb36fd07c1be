# step exec
# unmet: note
docker run -d --name box alpine sleep 1000
docker exec box echo hello > /tmp/note

# step shell
# unmet: terminal
docker run -i alpine hostname

# step exec
# unmet: box
docker run --name box alpine sh -c 'echo hello > /tmp/note'

# step apart
# unmet: other
docker create --name box2 alpine sleep 1000
