import { median, timed, type Benchmark, type Row } from './measure.ts';
import { openSwarm } from './swarm.ts';

const REQUESTS = 2000;
const RUNS = 3;
const MACHINES = 2;

/** Each on a connection of its own, real HTTP at both ends. */
const ask = (url: string): string =>
  `curl -s -H 'Connection: close' '${url}?[1-${REQUESTS}]' | grep -c ^Hostname`;

/** By where they go through. */
const PATHS: Readonly<Record<string, string>> = {
  'direct to a container': `docker exec client ${ask('http://one/')}`,
  'a published port': ask('http://localhost:7000/'),
  'the VIP of a service': `docker exec client ${ask('http://web/')}`,
  'the routing mesh': ask('http://192.168.0.19:8080/'),
};

/** Requests of one client by the way they take; the others are held against the direct one. */
export const requests: Benchmark = async () => {
  const rows: Row[] = [];
  let direct: number | undefined;
  const run = await openSwarm('traefik/whoami', MACHINES);
  await run('docker network create -d overlay --attachable lab');
  await run('docker service create -q --name web --network lab --replicas 2 -p 8080:80 traefik/whoami');
  await run('docker run -d --name one --network lab -p 7000:80 traefik/whoami');
  await run('docker run -d --name client --network lab --entrypoint sleep curlimages/curl 1000000');
  // All of them before: else the first would be measured while code is compiled.
  for (const script of Object.values(PATHS)) await run(script);
  for (const [name, script] of Object.entries(PATHS)) {
    const body = async (): Promise<void> => {
      const count = Number(await run(script));
      if (count !== REQUESTS) throw new Error(`${name}: ${count} answers`);
    };
    const { wall, cpu } = await timed(RUNS, () => undefined, body);
    const rate = (all: readonly number[]): number => (REQUESTS * 1000) / median(all);
    direct ??= rate(wall);
    rows.push({
      name: `requests: ${name}`,
      median: rate(wall),
      cpu: rate(cpu),
      unit: 'requests/s',
      runs: RUNS,
      baselines: rows.length > 0 ? [{ name: 'direct', median: direct }] : [],
    });
  }
  return rows;
};
