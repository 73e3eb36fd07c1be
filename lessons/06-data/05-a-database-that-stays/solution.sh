# step password
docker run -d --name db postgres:18-alpine
sleep 2
docker logs db

# step keep
docker rm db
docker run -d --name db -e POSTGRES_PASSWORD=secret -v guests:/var/lib/postgresql postgres:18-alpine
sleep 5
docker exec db psql -U postgres -c 'CREATE TABLE guest (name text)' -c "INSERT INTO guest VALUES ('Ada')"

# step back
docker rm -f db
docker run -d --name db -e POSTGRES_PASSWORD=other -v guests:/var/lib/postgresql postgres:18-alpine
sleep 4
docker exec db psql -U postgres -c 'SELECT * FROM guest'
