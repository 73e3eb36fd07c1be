# step password
docker run --name db postgres:18-alpine

# step back
docker stop db
docker rm db
docker run -d --name db --env POSTGRES_PASSWORD=other --mount type=volume,src=guests,dst=/var/lib/postgresql postgres:18-alpine
sleep 3

# step keep
docker rename db failed
docker run -d --name db -e POSTGRES_PASSWORD=secret --mount source=guests,target=/var/lib/postgresql postgres:18-alpine
sleep 5
echo "CREATE TABLE guest (name text); INSERT INTO guest VALUES ('Ada')" | docker exec -i db psql -U postgres
