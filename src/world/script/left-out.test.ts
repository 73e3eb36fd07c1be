import { expect, it } from 'vitest';
import { leftOut } from './left-out.ts';

it.each([
  ['docker build -t site .', undefined],
  ['docker run -d -p 8080:80 --name web nginx', undefined],
  ['cd app && docker compose up -d --build', undefined],
  ['docker rm -f $(docker ps -aq)', undefined],
  ['for i in 1 2 3; do docker run -d nginx; done', undefined],
  ['docker exec db psql -c "CREATE TABLE t (id int)"', undefined],
  ['docker run -dit --name box alpine', undefined],
  ['docker system prune -f', undefined],
  ['curl -d name=x localhost:8080', undefined],
  ['NAME=web', undefined],
  ['export NAME=web', undefined],
  ['./deploy.sh', undefined],
  ['docker ps -a', 'looked'],
  ['docker image ls', 'looked'],
  ['docker compose logs web', 'looked'],
  ['docker run --help', 'looked'],
  ['docker exec web cat /etc/hosts', 'looked'],
  ['docker ps | grep web', 'looked'],
  ['curl localhost:8080', 'looked'],
  ['help', 'looked'],
  ['echo hi > index.html', 'files'],
  ['cat index.html', 'looked'],
  ['docker ps 2>&1 >/dev/null', 'looked'],
  ['cat > a <<E\nx\nE', 'files'],
  ['sleep 5', 'looked'],
  ['docker run -it alpine sh', 'interactive'],
  ['docker container exec -ti web sh', 'interactive'],
  ['docker attach web', 'interactive'],
  ['docker compose up', 'interactive'],
  ['docker volume prune', 'interactive'],
  ['nano Dockerfile', 'files'],
  ['mkdir src; touch src/a', 'files'],
  ['cd src', 'cd'],
] as const)('%s: %s', (line, why) => {
  expect(leftOut({ line })).toBe(why);
});

it('leaves out what failed, what another machine did, and what needs files of elsewhere', () => {
  expect(leftOut({ line: 'docker run nginx', status: 125 })).toBe('failed');
  expect(leftOut({ line: 'docker swarm join x', machine: 'node2' })).toBe('machine');
  expect(leftOut({ line: 'docker build .', cwd: '/tmp' })).toBe('elsewhere');
  expect(leftOut({ line: 'docker build .', cwd: './app' })).toBeUndefined();
  expect(leftOut({ line: 'cd ~/site/app && docker build .', cwd: '/tmp' })).toBeUndefined();
  expect(leftOut({ line: 'docker run -d nginx', cwd: '/tmp' })).toBeUndefined();
});
