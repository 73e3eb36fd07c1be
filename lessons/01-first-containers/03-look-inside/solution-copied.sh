# step exec
docker run -d --name box alpine top -b
echo 'hello from outside' > note
docker cp note box:/tmp/note
