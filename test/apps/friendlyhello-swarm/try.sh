docker build -q -t friendlyhello . > /dev/null
docker swarm init > /dev/null
docker stack deploy -c docker-compose.yml getstartedlab
running() { docker service ps getstartedlab_web -f desired-state=running --format '{{.Name}} {{.CurrentState}}' | grep -c ' Running'; }
until [ "$(running)" = 5 ]; do sleep 1; done; sleep 2
docker service ls --format '{{.Name}} {{.Replicas}} {{.Ports}}' | sort
hostnames() { for i in $(seq "$1"); do curl -s localhost:4000 | sed 's/.*Hostname:<.b> \([^<]*\)<.*/\1/'; done | sort -u; }
# Each of five requests meets another container, and these are the stack's.
hostnames 5 > /tmp/met; docker ps -qf label=com.docker.swarm.service.name=getstartedlab_web | sort > /tmp/there
cmp /tmp/met /tmp/there && wc -l < /tmp/met
curl -s localhost:4000 | sed 's/.*Visits/Visits/'
# Seven in place: the five stay.
sed -i 's/replicas: 5/replicas: 7/' docker-compose.yml
docker stack deploy -c docker-compose.yml getstartedlab | sed 's/(id: .*)/(id)/'
until [ "$(running)" = 7 ]; do sleep 1; done; sleep 2
hostnames 7 > /tmp/seven; comm -12 /tmp/there /tmp/seven | wc -l; wc -l < /tmp/seven
# One is killed and returns as another container.
docker kill "$(head -1 /tmp/there)" > /dev/null; sleep 1; running
sleep 10; running; hostnames 7 | grep -c "$(head -1 /tmp/there)"
docker service ps getstartedlab_web -f desired-state=shutdown --format '{{.Error}}'
docker stack rm getstartedlab
sleep 20; docker ps -q | wc -l; curl -s localhost:4000; echo "curl: $?"
docker swarm leave --force
docker info | grep Swarm
