docker build -q -t todos . > /dev/null
docker network create lab > /dev/null
docker run -d --name db --network lab -e POSTGRES_USER=todos -e POSTGRES_PASSWORD=secret -v "$PWD/init.sql:/docker-entrypoint-initdb.d/init.sql:ro" postgres:18 > /dev/null
docker run -d --name web --network lab -e DB_PASSWORD=secret -p 5000:5000 todos > /dev/null
for i in $(seq 30); do curl -sf localhost:5000 > /dev/null && break; sleep 1; done
curl -s localhost:5000
curl -s -o /dev/null -w '%{http_code} %{redirect_url}\n' -d 'text=visit <b>it</b>' localhost:5000
curl -s -X POST localhost:5000/2/done; curl -s -w '%{http_code}\n' -X POST localhost:5000/9/done
curl -s localhost:5000 | grep '<li'
curl -s -L -c jar -b jar -d 'text=' localhost:5000 | grep flash
curl -s -o /dev/null -w '%{http_code}\n' localhost:5000/x/done
curl -s -d "text=$(printf 'x%.0s' $(seq 50))" -o /dev/null -w '%{http_code}\n' localhost:5000
docker logs web 2>&1 | grep '^psycopg2'
docker stop db > /dev/null; curl -s -w '%{http_code}\n' localhost:5000
