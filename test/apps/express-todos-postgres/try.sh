docker build -q -t todos . > /dev/null
docker network create lab > /dev/null
docker run -d --name db --network lab -e POSTGRES_PASSWORD=secret -v data:/var/lib/postgresql postgres:18-alpine > /dev/null
docker run -d --name app --network lab -e DB_PASSWORD=secret -p 3000:3000 todos > /dev/null
for i in $(seq 30); do curl -sf localhost:3000 > /dev/null && break; sleep 1; done
docker logs app | tail -1
curl -s localhost:3000; echo
curl -s -H 'Content-Type: application/json' -d '{"text": "learn volumes"}' localhost:3000; echo
curl -s -H 'Content-Type: application/json' -d '{"text": "scale"}' localhost:3000; echo
curl -s -w '%{http_code}\n' -H 'Content-Type: application/json' -d '{}' localhost:3000
curl -s -o /dev/null -w '%{http_code}\n' -X PUT localhost:3000/1/done
curl -s -o /dev/null -w '%{http_code}\n' -X PUT localhost:3000/9/done
docker exec db psql -U postgres -Atc 'SELECT * FROM todos ORDER BY id'
# The app says so itself when its database is gone, and finds it again.
docker kill db > /dev/null
curl -s -w '%{http_code}\n' localhost:3000
docker start db > /dev/null
for i in $(seq 30); do curl -sf localhost:3000 > /dev/null && break; sleep 1; done
curl -s localhost:3000; echo
# A new database container with the old volume has the old list.
docker rm -f db > /dev/null
docker run -d --name db --network lab -e POSTGRES_PASSWORD=secret -v data:/var/lib/postgresql postgres:18-alpine > /dev/null
for i in $(seq 30); do curl -sf localhost:3000 > /dev/null && break; sleep 1; done
curl -s localhost:3000 | jq -c '.[].text'
# Ten of them share it.
for i in $(seq 10); do docker run -d --name "app$i" -h "app$i" --network lab -e DB_PASSWORD=secret -p "$((3000 + i)):3000" todos > /dev/null; done; sleep 3
for i in $(seq 10); do curl -s "localhost:$((3000 + i))/whoami"; done
for i in $(seq 10); do curl -s "localhost:$((3000 + i))" | jq length; done | uniq -c | sed 's/^ *//'
docker stop app > /dev/null; docker logs app | tail -1; docker inspect -f '{{.State.ExitCode}}' app
