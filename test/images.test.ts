import { expect, it } from 'vitest';
import { CATALOGUE } from '../src/hub/catalogue/catalogue.ts';
import { openTestSession } from './support/open-session.ts';

it.each(CATALOGUE.map((image) => [image.repository, image] as const))(
  '%s has each tag once, and latest is one of them',
  (_, { builds }) => {
    const tags = builds.flatMap((build) => build.tags);
    expect(new Set(tags).size).toBe(tags.length);
    expect(tags).toContain('latest');
  },
);

it('images of servers and tools answer on a network', async () => {
  const session = openTestSession('/tmp');
  const run = async (command: string): Promise<string> => {
    const { stdout, stderr, exitCode } = await session.run({ command });
    expect([command, exitCode, stderr]).toEqual([command, 0, stderr]);
    return stdout;
  };
  await run('docker network create net');
  await run('docker run -dq --network net --name web1 --network-alias web traefik/whoami');
  await run('docker run -dq --network net --name lb -p 8080:80 drydock/proxy; sleep 1');
  const names = `for i in $(seq 12); do curl -s localhost:8080 | head -1; done | sort -u | wc -l`;
  expect(await run(names)).toBe('1\n');
  await run('docker run -dq --network net --name web2 --network-alias web traefik/whoami; sleep 2');
  expect(await run(names)).toBe('2\n');
  expect(await run('docker run --rm -q --network net curlimages/curl -s http://web/bench')).toBe('1');
  expect(await run(`docker run --rm -q --network net drydock/toolbox bash -c 'dig +short web | wc -l; curl -s lb/api | jq -r .method'`)).toBe('2\nGET\n');

  await run('docker run -dq --name site -p 8081:80 httpd:alpine; sleep 1');
  expect(await run('curl -s localhost:8081')).toBe('<html><body><h1>It works!</h1></body></html>\n');
  await run(`docker exec site sh -c 'echo "Redirect /old /new" >> conf/httpd.conf; httpd -k graceful; sleep 1'`);
  expect(await run('curl -sI localhost:8081/old | grep Location')).toBe('Location: http://localhost:8081/new\r\n');
  await run('docker stop site');
  expect(await run(`docker inspect -f '{{.State.ExitCode}}' site; docker logs site 2>&1 | tail -1 | sed 's/.*] //'`)).toBe(
    '0\nAH00492: caught SIGWINCH, shutting down gracefully\n',
  );
  expect(await run('docker run --rm -q bash:5.2 -c "echo \\${BASH_VERSION%%.*}"')).toBe('5\n');
  expect(await run('docker run --rm -q debian:12 whoami')).toBe('root\n');
}, 30_000); // prettier-ignore

it('says beside the terminal what the registry has instead', async () => {
  const notices: string[] = [];
  const session = openTestSession('/tmp', 1, (text) => notices.push(text));
  await session.run({ command: 'docker pull nosuch; docker run busybox:9' });
  const repositories = CATALOGUE.map(({ repository }) => repository).sort();
  const tags =
    'The registry of Drydock has these tags of busybox: latest, stable, glibc; 1, 1.37, 1.37.0, 1.36, 1.36.1.';
  expect(notices.splice(0)).toEqual([
    `The registry of Drydock has these images: ${repositories.join(', ')}.`,
    tags,
  ]);
  const compose = (text: string): string => `printf '${text}' > compose.yaml; docker compose`;
  for (const command of [
    'echo FROM busybox:9 > Dockerfile; docker build -q .',
    'DOCKER_BUILDKIT=0 docker build -q .',
    `${compose('services: {one: {build: .}}')} build`,
    `${compose('services: {one: {image: "busybox:9"}}')} up -d`,
    'docker swarm init; docker service create -d busybox:9',
  ]) {
    await session.run({ command });
    expect({ command, notices: notices.splice(0).filter((text) => text.includes('busybox')) }).toEqual({
      command,
      notices: [tags],
    });
  }
});

it.each([
  ['alpine:3.20', 'busybox | head -1 | cut -d" " -f2; apk --version | head -1; apk info -v | grep ^busybox-1', 'v1.36.1\napk-tools 2.14.4, compiled for x86_64.\nbusybox-1.36.1-r29\n'],
  ['alpine', 'busybox | head -1 | cut -d" " -f2; apk info -v | grep ^alpine-release', 'v1.37.0\nalpine-release-3.22.2-r0\n'],
  ['busybox:1.36', 'busybox | head -1 | cut -d" " -f2', 'v1.36.1\n'],
  ['debian:12', 'apt --version | head -1; bash -c "echo \\$BASH_VERSION"', 'apt 2.6.1 (amd64)\n5.2.15(1)-release\n'],
  ['ubuntu:22.04', 'bash --version | head -1; dpkg -l libc6 | tail -1 | tr -s " " | cut -d" " -f3', 'GNU bash, version 5.1.16(1)-release (x86_64-pc-linux-gnu)\n2.35-0ubuntu3.8\n'],
  ['nginx:1.26-alpine', 'nginx -v 2>&1; echo $NGINX_VERSION; nginx > /dev/null; sleep 0.1; wget -S -O /dev/null localhost 2>&1 | grep Server:', 'nginx version: nginx/1.26.3\n1.26.3\n  Server: nginx/1.26.3\n'],
  ['postgres:18', 'postgres --version | cut -d" " -f3 | cut -d. -f1; echo $PG_MAJOR', '18\n18\n'],
])('%s runs what its tag names', async (image, script, output) => {
  const session = openTestSession('/tmp');
  const { stdout } = await session.run({ command: `docker run --rm -q ${image} sh -c '${script}'` });
  expect(stdout).toBe(output);
}); // prettier-ignore
