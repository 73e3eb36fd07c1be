# step database
# unmet: db
docker start db
sleep 3
# step counter
# unmet: count
docker start count
sleep 2
# step greeter
# unmet: greets
docker rm greeter
docker run -d --name greeter alpine sh -c 'echo hello'
sleep 1
