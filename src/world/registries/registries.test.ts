import { expect, it } from 'vitest';
import { openTestSession } from '../../../test/support/open-session.ts';

/** A shell of a fresh world; digests and IDs are left out of what it prints. */
function openShell(): (command: string) => Promise<string> {
  const session = openTestSession('/root', 5);
  return async (command) => {
    const { stdout, stderr } = await session.run({ command });
    return (stdout + stderr).replace(/(?:sha256:)?[0-9a-f]{64}/g, 'ID').replace(/\b[0-9a-f]{12}\b/g, 'ID');
  };
}

it('a registry in a container takes pushes and serves pulls, and keeps them in its volume', async () => {
  const run = openShell();
  await run('docker run -d --name hub -v images:/var/lib/registry -p 5000:5000 registry:2; sleep 1');
  await run(`printf 'FROM alpine\\nRUN echo hi > /hi\\nCMD cat /hi\\n' > Dockerfile`);
  await run('docker build -q -t localhost:5000/team/app:v1 .');
  expect(await run('docker push localhost:5000/team/app:v1')).toBe(
    'The push refers to repository [localhost:5000/team/app]\nID: Preparing\nID: Preparing\nID: Pushed\nID: Pushed\nv1: digest: ID size: 731\n',
  );
  expect(await run('docker push localhost:5000/team/app:v1')).toContain('ID: Layer already exists\n');

  expect(await run('curl -s localhost:5000/v2/_catalog; curl -s localhost:5000/v2/team/app/tags/list')).toBe(
    '{"repositories":["team/app"]}\n{"name":"team/app","tags":["v1"]}\n',
  );
  // What it holds is what its digest says.
  expect(
    await run(
      `D=$(curl -sI localhost:5000/v2/team/app/manifests/v1 | tr -d '\\r' | sed -n 's/^Docker-Content-Digest: sha256://p'); curl -s localhost:5000/v2/team/app/manifests/v1 | sha256sum | cut -c1-64 | grep -c $D`,
    ),
  ).toBe('1\n');
  const layer = `L=$(curl -s localhost:5000/v2/team/app/manifests/v1 | jq -r '.layers[1].digest'); curl -s localhost:5000/v2/team/app/blobs/$L`;
  expect(await run(`${layer} | tar tz`)).toBe('hi\n');

  expect(
    await run(
      'docker inspect -f {{.Id}} localhost:5000/team/app:v1 > before; docker rmi -f localhost:5000/team/app:v1 | tail -1',
    ),
  ).toBe('Deleted: ID\n');
  expect(
    await run(
      'docker rm -f hub; docker run -d --name hub -v images:/var/lib/registry -p 5000:5000 registry:2; sleep 1',
    ),
  ).toContain('hub');
  expect(await run('docker pull localhost:5000/team/app:v1')).toMatch(
    /^v1: Pulling from team\/app\n(ID: .*\n)+Digest: ID\nStatus: Downloaded newer image for localhost:5000\/team\/app:v1\nlocalhost:5000\/team\/app:v1\n$/,
  );
  expect(
    await run(
      'docker run --rm localhost:5000/team/app:v1; docker inspect -f {{.Id}} localhost:5000/team/app:v1 | diff - before',
    ),
  ).toBe('hi\n');

  const refused = [
    'docker pull -q localhost:5000/other',
    'docker push -q localhost:5000/none',
    'docker pull -q reg.example:5000/x',
  ];
  expect(await run(refused.join(';'))).toBe(`\
Error response from daemon: manifest for localhost:5000/other:latest not found: manifest unknown: manifest unknown
An image does not exist locally with the tag: localhost:5000/none
Error response from daemon: Get "https://reg.example:5000/v2/": dial tcp: lookup reg.example on 127.0.0.53:53: no such host
`);
  expect(await run('docker stop hub > /dev/null; docker pull -q localhost:5000/team/app')).toBe(
    'Error response from daemon: Get "http://localhost:5000/v2/": dial tcp 127.0.0.1:5000: connect: connection refused\n',
  );
}, 20_000);

it('a registry with passwords lets in who is logged in', async () => {
  const run = openShell();
  await run('docker pull -q alpine; docker tag alpine localhost:5000/a');
  await run(
    'mkdir auth; docker run --rm --entrypoint htpasswd httpd:2 -Bbn ada secret > auth/htpasswd; docker run --rm -v $PWD/auth:/a httpd htpasswd -bB /a/htpasswd eve other',
  );
  await run(
    'docker run -d --name hub -v $PWD/auth:/auth -e REGISTRY_AUTH=htpasswd -e REGISTRY_AUTH_HTPASSWD_REALM=Ours -e REGISTRY_AUTH_HTPASSWD_PATH=/auth/htpasswd -p 5000:5000 registry:2; sleep 1',
  );
  expect(await run('docker push -q localhost:5000/a')).toBe(
    'Get "http://localhost:5000/v2/": no basic auth credentials\n',
  );
  expect(await run('echo wrong | docker login -u ada --password-stdin localhost:5000')).toBe(
    'Error response from daemon: login attempt to http://localhost:5000/v2/ failed with status: 401 Unauthorized\n',
  );
  expect(await run('echo secret | docker login -u ada --password-stdin localhost:5000')).toContain(
    'Login Succeeded\n',
  );
  for (const [server, why] of [
    ["'a b'", 'unable to parse server address: parse "https://a b": invalid character " " in host name'],
    ["'[::'", `unable to parse server address: parse "https://[::": missing ']' in host`],
    ['c:web', 'unable to parse server address: parse "https://c:web": invalid port ":web" after host'],
    ['localhost:99999', 'Get "http://localhost:99999/v2/": dial tcp: address 99999: invalid port'],
    ['x/y', 'Get "https://x/v2/": dial tcp: lookup x on 127.0.0.53:53: no such host'],
  ])
    expect(await run(`echo secret | docker login -u ada --password-stdin ${server}`)).toBe(
      `Error response from daemon: ${why}\n`,
    );
  expect(await run('docker pull -q localhost:99999/a')).toContain('address 99999: invalid port');
  expect(await run('docker push -q localhost:5000/a; docker logout localhost:5000')).toBe(
    'localhost:5000/a:latest\nRemoving login credentials for localhost:5000\n',
  );
  expect(await run('docker pull -q localhost:5000/a')).toBe(
    'Error response from daemon: Get "http://localhost:5000/v2/": no basic auth credentials\n',
  );
}, 20_000);
