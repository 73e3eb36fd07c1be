docker build -q -t visits . > /dev/null
docker network create lab > /dev/null
docker run -d --name redis --network lab redis:alpine > /dev/null
docker run -d --name web --network lab -p 8080:3000 -e NAME=Ada -h box visits > /dev/null; sleep 2
curl -s localhost:8080; curl -s localhost:8080; curl -s localhost:8080/health; echo
curl -s -w ' %{http_code}\n' -H 'Content-Type: application/json' -d '{"a":1}' 'localhost:8080/echo/x?y=1'
curl -s localhost:8080/nope | grep pre
curl -s localhost:8080/boom | grep -o 'Error: boom<br> &nbsp; &nbsp;at'
# What requests leave behind is given back between them.
memory() { docker stats --no-stream --format '{{.MemUsage}}' web; }
for i in $(seq 100); do curl -s localhost:8080 > /dev/null; done
before=$(memory); for i in $(seq 200); do curl -s localhost:8080 > /dev/null; done
test "$before" = "$(memory)" && echo 'as much memory as before'
# Ten of them share one counter.
for i in $(seq 9); do docker run -d --name "web$i" --network lab -p "$((8080 + i)):3000" visits > /dev/null; done; sleep 3
for i in $(seq 9); do curl -s "localhost:$((8080 + i))"; done | sed 's/.*Visits:/Visits:/'
docker stop redis > /dev/null; curl -s localhost:8080
docker start redis > /dev/null; sleep 3; curl -s localhost:8080 | grep -o 'Visits:</b> [0-9]*'
docker stop web > /dev/null; docker wait web; docker logs web 2> /dev/null
