import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openTestSession } from '../../support/open-session.ts';

it('counts visits in ten containers, survives the loss of redis, and ends when told to', async () => {
  const session = openTestSession('/tmp');
  const run = async (command: string, input?: string): Promise<string> => {
    const { stdout, stderr, exitCode } = await session.run({ command, ...(input ? { input } : {}) });
    expect([command, exitCode, stderr]).toEqual([command, 0, stderr]);
    return stdout;
  };
  const source = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
  for (const name of ['Dockerfile', 'app.js', 'package.json']) await run(`cat > ${name}`, source(name));

  await run('docker build -t visits .');
  await run('docker network create lab');
  await run('docker run -d --name redis --network lab redis:alpine');
  await run('docker run -d --name web --network lab -p 8080:3000 -e NAME=Ada -h box visits; sleep 2');
  const page = (visits: string): string =>
    `<h3>Hello Ada!</h3><b>Hostname:</b> box<br/><b>Visits:</b> ${visits}\n`;
  expect(await run('curl -s localhost:8080')).toBe(page('1'));
  expect(await run('curl -s localhost:8080')).toBe(page('2'));
  expect(await run('curl -s localhost:8080/health')).toBe('{"status":"ok"}');
  expect(
    await run(
      `curl -s -w ' %{http_code}' -H 'Content-Type: application/json' -d '{"a":1}' 'localhost:8080/echo/x?y=1'`,
    ),
  ).toBe('{"name":"x","query":{"y":"1"},"body":{"a":1}} 201');
  expect(await run('curl -s localhost:8080/nope')).toContain('<pre>Cannot GET /nope</pre>');
  expect(await run('curl -s localhost:8080/boom')).toContain('<pre>Error: boom<br> &nbsp; &nbsp;at ');

  // What requests leave behind is given back between them.
  await run('for i in $(seq 100); do curl -s localhost:8080 > /dev/null; done');
  const memory = `docker stats --no-stream --format '{{.MemUsage}}' web`;
  const before = await run(memory);
  await run('for i in $(seq 200); do curl -s localhost:8080 > /dev/null; done');
  expect(await run(memory)).toBe(before);

  for (let at = 0; at < 9; at++)
    await run(`docker run -d --name web${at} --network lab -p 81${at}0:3000 visits`);
  await run('sleep 3');
  for (let at = 0; at < 9; at++)
    expect(await run(`curl -s localhost:81${at}0`)).toMatch(new RegExp(`Visits:</b> ${303 + at}\n$`));

  await run('docker stop redis');
  expect(await run('curl -s localhost:8080')).toBe(page('<i>cannot connect to Redis (not connected)</i>'));
  await run('docker start redis; sleep 3');
  expect(await run('curl -s localhost:8080')).toMatch(/Visits:<\/b> \d+\n$/);

  await run('docker stop web');
  expect(await run('docker wait web; docker logs web 2>/dev/null')).toBe(
    '0\nListening on port 3000\nClosing\n',
  );
}, 60_000);
