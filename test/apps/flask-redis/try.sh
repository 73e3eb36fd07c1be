docker build -q -t visits . > /dev/null
docker network create lab > /dev/null
docker run -d --name redis --network lab redis:alpine > /dev/null
docker run -d --name web --network lab -p 8080:80 -e NAME=Ada -h box visits > /dev/null; sleep 2
curl -s localhost:8080; curl -s localhost:8080; curl -s localhost:8080/health
# What requests leave behind is given back between them.
memory() { docker stats --no-stream --format '{{.MemUsage}}' web; }
before=$(memory); for i in $(seq 400); do curl -s localhost:8080 > /dev/null; done
test "$before" = "$(memory)" && echo 'as much memory as before'
docker stop redis > /dev/null; curl -s localhost:8080
docker start redis > /dev/null; sleep 1; curl -s localhost:8080
# An edit is seen after a build, and only then.
sed -i 's/Hello/Welcome/' app.py; curl -s localhost:8080 | cut -c1-9
docker build -q -t visits . > /dev/null; docker rm -f web > /dev/null
# Ten of them share one counter.
for i in $(seq 10); do docker run -d --name "web$i" -h "box$i" --network lab -p "$((8080 + i)):80" visits > /dev/null; done; sleep 3
for i in $(seq 10); do curl -s "localhost:$((8080 + i))"; done | sed 's/.*Hostname:/Hostname:/'
docker run --rm --network lab alpine/curl -s web3 | cut -c1-16
