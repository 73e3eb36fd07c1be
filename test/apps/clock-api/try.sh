docker build -q -t clock . > /dev/null
docker run -d --name clock -p 8000:8000 clock > /dev/null; sleep 2
docker logs clock
curl -s 'localhost:8000/shift?days=3'
curl -s -w '%{http_code}\n' localhost:8000/nothing
docker inspect -f '{{.State.Health.Status}}' clock
sleep 6; docker inspect -f '{{.State.Health.Status}}' clock
curl -s -d '{"healthy": false}' localhost:8000/ | grep healthy
sleep 12; docker ps --format '{{.Names}} {{.Status}}' | sed 's/Up [^(]*//'
curl -s -d nonsense localhost:8000/; echo "curl $?"
docker logs clock 2>&1 | grep Error
docker run --rm clock touch /usr/local/lib/x; echo "status $?"
docker stop -t 2 clock > /dev/null; docker inspect -f '{{.State.ExitCode}}' clock
