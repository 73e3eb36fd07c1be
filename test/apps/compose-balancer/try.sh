docker compose up -d --build --scale web=5 2> /dev/null
docker compose ps --format '{{.Service}} {{.State}}' | sort | uniq -c | sed 's/^ *//'
sleep 3
hostnames() { for i in $(seq "$1"); do curl -s localhost:8080 | sed 's/.*Hostname:<.b> \([^<]*\)<.*/\1/'; done | sort -u; }
# The balancer gives each of five requests to another replica.
hostnames 5 > /tmp/met; docker compose ps -q web | cut -c1-12 | sort > /tmp/there
cmp /tmp/met /tmp/there && wc -l < /tmp/met
# nginx knows the names of its start: it is told to look again.
docker compose up -d --scale web=7 --no-recreate 2> /dev/null; docker compose exec balancer nginx -s reload 2> /dev/null; sleep 3
hostnames 7 | wc -l
# One is killed: the others answer for it, until it is back.
docker kill "$(head -1 /tmp/there)" > /dev/null; sleep 1
for i in $(seq 7); do curl -s -o /dev/null -w '%{http_code}\n' localhost:8080; done | sort | uniq -c | sed 's/^ *//'
docker compose up -d --scale web=7 2> /dev/null; docker compose exec balancer nginx -s reload 2> /dev/null; sleep 3
hostnames 7 | wc -l
docker compose down 2> /dev/null
docker ps -q | wc -l
