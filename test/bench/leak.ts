import { createBenchWorld, openBenchShell } from './bench-world.ts';
import { heapBytes, type Benchmark } from './measure.ts';

/** Each leaves the machine as it was. */
const COMMANDS = [
  'docker run --rm alpine echo hello',
  'docker run -d --name web -p 8080:80 nginx:alpine; curl -s localhost:8080 | wc -c; docker rm -f web',
  'docker exec keeper sh -c "echo x > /tmp/x; cat /tmp/x; rm /tmp/x"',
  'docker volume create vol; docker run --rm -v vol:/d alpine touch /d/x; docker volume rm vol',
  'docker network create n; docker run --rm --network n alpine true; docker network rm n',
  'docker build -q -t app . && docker rmi app',
  'docker cp keeper:/etc/hosts copy; rm copy',
  'for i in 1 2 3; do seq 100 | grep 7 | sort | wc -l; done',
  'docker ps -a; docker inspect keeper | grep -c Id; docker stats --no-stream',
  'docker compose -p c up -d; docker compose -p c down',
];
const COUNT = 1000;
const WARM = 300;

/** What the heap holds more after a thousand commands that leave nothing behind; less than a kilobyte a command is noise of the engine's own. */
export const leak: Benchmark = async () => {
  const run = openBenchShell(createBenchWorld());
  await run(
    "docker pull -q alpine; docker pull -q nginx:alpine; printf 'FROM alpine\\nRUN echo a > /a\\n' > Dockerfile",
  );
  await run("printf 'services:\\n  a:\\n    image: alpine\\n    command: sleep 100\\n' > compose.yaml");
  await run('docker run -d --name keeper alpine sleep 1000000');
  const live = async (count: number): Promise<number> => {
    for (let at = 0; at < count; at++) await run(COMMANDS[at % COMMANDS.length] ?? '');
    return heapBytes();
  };
  const before = await live(WARM);
  const after = await live(COUNT);
  const name = `heap after ${COUNT} commands that leave nothing, per command`;
  return [{ name, median: (after - before) / COUNT / 1000, unit: 'kB', runs: 1 }];
};
