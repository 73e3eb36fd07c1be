import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openTestSession } from '../../support/open-session.ts';

it('counts visits, survives the loss of redis, and shows what was edited', async () => {
  const session = openTestSession('/tmp');
  const run = async (command: string, input?: string): Promise<string> => {
    const { stdout, stderr, exitCode } = await session.run({ command, ...(input ? { input } : {}) });
    expect([command, exitCode, stderr]).toEqual([command, 0, stderr]);
    return stdout;
  };
  const source = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
  for (const name of ['Dockerfile', 'app.py', 'requirements.txt']) await run(`cat > ${name}`, source(name));

  await run('docker build -t visits .');
  await run('docker network create lab');
  await run('docker run -d --name redis --network lab redis:alpine');
  await run('docker run -d --name web --network lab -p 8080:80 -e NAME=Ada -h box visits; sleep 2');
  const page = (visits: string): string =>
    `<h3>Hello Ada!</h3><b>Hostname:</b> box<br/><b>Visits:</b> ${visits}\n`;
  expect(await run('curl -s localhost:8080')).toBe(page('1'));
  expect(await run('curl -s localhost:8080')).toBe(page('2'));
  expect(await run('curl -s localhost:8080/health')).toBe('{"status":"ok"}\n');

  // What requests leave behind is given back between them.
  const memory = `docker stats --no-stream --format '{{.MemUsage}}' web`;
  const before = await run(memory);
  await run('for i in $(seq 400); do curl -s localhost:8080 > /dev/null; done');
  expect(await run(memory)).toBe(before);

  await run('docker stop redis');
  expect(await run('curl -s localhost:8080')).toBe(page('<i>cannot connect to Redis, counter disabled</i>'));
  await run('docker start redis; sleep 1');
  expect(await run('curl -s localhost:8080')).toMatch(/Visits:<\/b> \d+\n$/);

  await run("sed -i 's/Hello/Welcome/' app.py; docker build -t visits .; docker rm -f web");
  await run('docker run -d --name web --network lab -p 8080:80 visits; sleep 2');
  expect(await run('curl -s localhost:8080')).toContain('<h3>Welcome World!</h3>');
}, 30_000);
