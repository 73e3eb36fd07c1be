docker build -q -t worker . > /dev/null
docker network create work > /dev/null
docker run -d --name first --network work -e QUEUE_HOST=queue -e WORKER_NAME=first worker > /dev/null; sleep 3
docker run -d --name queue --network work redis:alpine > /dev/null; sleep 3
docker run --rm --network work -e QUEUE_HOST=queue worker python send.py 3; sleep 1
docker exec queue redis-cli hgetall results | paste -sd' '
docker run -d --name second --network work -e QUEUE_HOST=queue -e WORKER_NAME=second worker > /dev/null; sleep 2
docker run --rm --network work -e QUEUE_HOST=queue worker python send.py 6; sleep 1
docker exec queue redis-cli hlen results
docker logs first | sort | uniq -c | sed 's/^ *//' | grep -v job
test "$(docker logs second | grep -c job)" -gt 0 && echo "both work"
docker stop first > /dev/null; docker logs first | tail -1
docker inspect -f '{{.State.ExitCode}}' first
docker run --rm worker python send.py 1 2>&1 | tail -1
docker run --rm worker ls
