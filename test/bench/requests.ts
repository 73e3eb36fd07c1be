import { median, timed, type Benchmark, type Row } from './measure.ts';
import { openSwarm } from './swarm.ts';

const REQUESTS = 1000;
const RUNS = 5;
const WARM = 2;
const MACHINES = 2;

/** Each on a connection of its own, real HTTP at both ends. */
const curl = (url: string): string =>
  `curl -s -H 'Connection: close' '${url}?[1-${REQUESTS}]' | grep -c ^Hostname`;

/** By where they go through. */
const PATHS: Readonly<Record<string, string>> = {
  'direct to a container': `docker exec client ${curl('http://one/')}`,
  'a published port': curl('http://localhost:7000/'),
  'the VIP of a service': `docker exec client ${curl('http://web/')}`,
  'the routing mesh': curl('http://192.168.0.19:8080/'),
};

/** Requests of one client by the way they take; the others are held against the direct one. */
export const requests: Benchmark = async () => {
  const run = await openSwarm('traefik/whoami', MACHINES);
  await run('docker network create -d overlay --attachable lab');
  await run('docker service create -q --name web --network lab --replicas 2 -p 8080:80 traefik/whoami');
  await run('docker run -d --name one --network lab -p 7000:80 traefik/whoami');
  await run('docker run -d --name client --network lab --entrypoint sleep curlimages/curl 1000000');
  const rates = new Map<string, { wall: number[]; cpu: number[] }>();
  // In turn, so that what is compiled on the way speeds up all of them; the first rounds are for that alone.
  for (let round = -WARM; round < RUNS; round++)
    for (const [name, script] of Object.entries(PATHS)) {
      const { wall, cpu } = await timed(1, () => undefined, () => ask(run, script)); // prettier-ignore
      const rate = (all: readonly number[]): number => (REQUESTS * 1000) / median(all);
      const found = rates.get(name) ?? { wall: [], cpu: [] };
      if (round >= 0) rates.set(name, { wall: [...found.wall, rate(wall)], cpu: [...found.cpu, rate(cpu)] });
    }
  const [direct] = rates.values();
  return [...rates].map(([name, { wall, cpu }], index): Row => ({
    name: `requests: ${name}`,
    median: median(wall),
    cpu: median(cpu),
    unit: 'requests/s',
    runs: RUNS,
    baselines: index > 0 && direct ? [{ name: 'direct', median: median(direct.wall) }] : [],
  }));
};

async function ask(run: (line: string) => Promise<string>, script: string): Promise<void> {
  const count = Number(await run(script));
  if (count !== REQUESTS) throw new Error(`${script}: ${count} answers`);
}
