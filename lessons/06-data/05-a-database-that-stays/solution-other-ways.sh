# step password
docker run --name db postgres:18-alpine

# step back
docker stop db
docker rm db
docker run -d --name db --env POSTGRES_PASSWORD=other --mount type=volume,src=guests,dst=/var/lib/postgresql postgres:18-alpine
sleep 3
