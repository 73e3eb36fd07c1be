docker build -q -t proxy . > /dev/null
docker network create crew > /dev/null
for name in one two spare; do docker run -d --name $name -h $name --network crew -v "$PWD:/app:ro" python:3.12-alpine python /app/server.py > /dev/null; done
sleep 2; docker logs one
docker run -d --name proxy --network crew -p 80:80 proxy > /dev/null; sleep 1
for i in 1 2 3 4; do curl -s localhost/a; done | sort | uniq -c | sed 's/^ *//'
curl -s localhost/health
docker stop -t 1 one > /dev/null
for i in 1 2 3; do curl -s localhost/b; done | sort | uniq -c | sed 's/^ *//'
docker stop -t 1 two > /dev/null
curl -s localhost/c
docker stop -t 1 spare > /dev/null
curl -s -w '%{http_code}\n' localhost/d
docker start two > /dev/null; sleep 12
curl -s localhost/e
