/** Few names, so that lines meet. */
const NAMES = ['web', 'job'];

const OF_CONTAINERS = [
  'docker run -d --name NAME alpine sleep 1000',
  'docker run -d --name NAME -p 8080:80 -v data:/d nginx:alpine',
  'docker run -d --name NAME --network lab --restart always alpine sh -c "sleep 2; echo x >> /x; exit 1"',
  'docker run -d --name NAME -v /root/site:/site alpine sh -c "while date >> /site/clock; do sleep 1; done"',
  'docker run --name NAME alpine sh -c "echo hi; exit 3"',
  'docker run --rm --name NAME alpine sleep 5',
  'docker run -it --name NAME alpine sh',
  'docker run -it --rm alpine sleep 1000',
  'docker create --name NAME alpine sleep 3',
  'docker start NAME',
  'docker start -a NAME',
  'docker stop -t 1 NAME',
  'docker restart -t 0 NAME',
  'docker kill NAME',
  'docker pause NAME',
  'docker unpause NAME',
  'docker rm NAME',
  'docker rm -fv NAME',
  'docker rename NAME old',
  'docker exec NAME sh -c "echo x >> /x"',
  'docker exec -it NAME sh',
  'docker attach NAME',
  'docker logs -f NAME',
  'docker wait NAME',
  'docker cp NAME:/x .',
  'docker commit NAME app',
  'docker update --restart always NAME',
  'docker network connect lab NAME',
  'docker network disconnect lab NAME',
];

const OF_MACHINE = [
  'docker network create lab',
  'docker network rm lab',
  'docker volume create data',
  'docker volume rm data',
  'docker build -t app .',
  'docker build -q -t app . && docker run -d --name job -p 8081:80 app',
  'docker rmi -f app alpine',
  'docker pull alpine',
  'docker system prune -f',
  'docker ps -a',
  'docker events',
  'docker stats',
  'docker inspect web',
  'docker swarm init',
  'docker swarm leave --force',
  'docker service create --name s --replicas 2 alpine sleep 1000',
  'docker service create -d --name s -p 8082:80 nginx:alpine',
  'docker service scale s=3',
  'docker service update --force s',
  'docker service rm s',
  'printf "services:\\n  web:\\n    image: nginx:alpine\\n    volumes: [data:/d]\\nvolumes: {data: }\\n" > compose.yaml',
  'docker compose up -d',
  'docker compose up',
  'docker compose down -v',
  'curl -m 3 -s localhost:8080',
  'ping -c 2 192.168.0.19',
];

const OF_SHELL = [
  'echo one > one',
  'echo two >> one; cat one',
  'mkdir -p deep/er && cd deep/er',
  'cd',
  'cd ..',
  'rm -rf deep one',
  'mv one two',
  'ls -l | head -3',
  'sleep 1000',
  'sleep 3 & sleep 1',
  'cat',
  'timeout 9 sh -c "while :; do :; done"',
  'yes | head -c 100000 | tail -1',
  'cat <<END',
  'sh',
  'head -c 3000000 /dev/zero > big',
  'for i in 1 2 3; do docker volume create v$i; sleep 1; done',
  'trap "echo caught" INT; sleep 5; trap - INT',
  'exit',
];

/** What a world may begin with, so that there is something to do things to. */
export const BEGINNINGS: readonly (readonly string[])[] = [
  [],
  [
    'docker network create lab',
    'docker run -d --name web -p 8080:80 -v data:/d nginx:alpine',
    'echo one > one',
  ],
  ['docker run -d --name job --restart always alpine sh -c "while date >> /x; do sleep 1; done"'],
  ['docker swarm init', 'docker service create -d --name s --replicas 2 -p 8082:80 nginx:alpine'],
];

/** What is typed. */
export const LINES: readonly string[] = [
  ...OF_CONTAINERS.flatMap((line) => NAMES.map((name) => line.replaceAll('NAME', name))),
  ...OF_MACHINE,
  ...OF_SHELL,
];
