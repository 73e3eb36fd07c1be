# step password
# unmet: ended
docker run -d --name db -e POSTGRES_PASSWORD=secret postgres:18-alpine
sleep 3

# step back
# unmet: second
docker restart db
sleep 3

# step keep
# unmet: up row
docker rm db
docker run -d --name db -e POSTGRES_PASSWORD=secret -v guests:/var/lib/postgresql/data postgres:18-alpine
sleep 3
