import { expect, it } from 'vitest';
import { onlyAsks, onlyLooks } from './only-looks.ts';

it.each([
  'docker ps -a',
  'docker  logs -f web | tail -3',
  'docker service ls; docker stack services shop',
  'docker compose ps && docker images',
  'docker compose config; docker config ls',
  'docker exec -it web ls /data',
  'cd /tmp; ls -l\npwd',
  "docker inspect -f '{{.State.Status}}' web",
])('%s only looks', (line) => {
  expect([onlyLooks(line), onlyAsks(line)]).toEqual([true, true]);
});

it.each([
  'docker run nginx',
  'docker exec web sh',
  'docker exec web touch /x',
  'ls > list.txt',
  'cat $(touch x)',
  'echo `rm x`',
  'ls & rm x',
  'docker psx',
  'docker rm top',
  'docker run ps',
  'docker config rm motd',
  'docker compose config -o out.yaml',
  'env rm x',
  'docker config create c file',
  'env A=1 rm x',
  'docker exec web env rm /x',
  'lsof',
  'cat < <(touch x)',
  'curl -d name=x localhost',
  'curl -sXPOST localhost/notes',
  'curl -so page localhost',
  'wget -q --post-data a=b localhost',
  'docker exec -u root ping rm -rf /data',
  'docker exec -e A=b man sh',
  'curl -s localhost -o page',
  'docker ps | xargs docker rm',
  'python app.py',
])('%s may do something', (line) => {
  expect([onlyLooks(line), onlyAsks(line)]).toEqual([false, false]);
});

it('tells asking from looking', () => {
  const line = 'curl -s localhost:8080 | grep -c Welcome';
  expect([onlyLooks(line), onlyAsks(line)]).toEqual([false, true]);
});
