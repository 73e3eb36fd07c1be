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
  const repositories = CATALOGUE.filter(({ isPrivate }) => !isPrivate)
    .map(({ repository }) => repository)
    .sort();
  expect(notices).toEqual([
    `The registry of Drydock has these images: ${repositories.join(', ')}.`,
    'The registry of Drydock has these tags of busybox: latest, 1, 1.37, 1.37.0, stable, glibc, musl, uclibc, 1.36, 1.36.1.',
  ]);
});
