# step shell
docker container run --tty --name look alpine:latest cat /etc/os-release

# step exec
docker run -d --name box alpine top -b
echo 'hello from outside' > note
docker cp note box:/tmp/note

# step apart
docker create --name box2 alpine:latest sleep 500
docker start box2
