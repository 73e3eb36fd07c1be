import { openSessions } from '../../src/world/machine-commands.ts';
import { PROJECT_FOLDER } from '../../src/world/world.ts';
import { createBenchWorld } from './bench-world.ts';
import { median, times, type Benchmark } from './measure.ts';

const NODES = 5;
const REPLICAS = 1000;
const RUNS = 3;
const REQUESTS = 5000;

/** Where the client asks: a manager of the swarm, whose port leads to tasks of every node. */
const URL = 'http://192.168.0.19:8080/';

type Run = (line: string) => Promise<string>;

/** A shell on the first machine of a swarm, all of which have the image. */
export async function openSwarm(image: string, nodes = NODES): Promise<Run> {
  const sessions = openSessions(createBenchWorld(nodes), { cwd: PROJECT_FOLDER });
  const run: Run = async (line) => {
    const { exitCode = 0, stdout = '', stderr = '' } = (await sessions.run(line)) ?? {};
    if (exitCode !== 0) throw new Error(`${line}: ${exitCode}: ${stderr}`);
    return stdout;
  };
  await run('docker swarm init');
  const token = (await run('docker swarm join-token -q worker')).trim();
  for (let node = 2; node <= nodes; node++)
    await run(`@node${node} docker swarm join --token ${token} 192.168.0.18:2377`);
  await run(`docker pull -q ${image}`);
  for (let node = 2; node <= nodes; node++) await run(`@node${node} docker pull -q ${image}`);
  return run;
}

/** `docker service scale` to a thousand, until the client says that the service converged. */
export const serviceScale: Benchmark = async () => {
  const prepare = async (): Promise<Run> => {
    const run = await openSwarm('alpine');
    await run('docker service create -q --name s alpine sleep 1000000');
    return run;
  };
  const found = await times(RUNS, prepare, async (run) => {
    const said = await run(`docker service scale s=${REPLICAS}`);
    if (!said.includes('Service s converged')) throw new Error(`it did not converge:\n${said}`);
  });
  const name = `service scale s=${REPLICAS} over ${NODES} nodes`;
  return [{ name, median: median(found), unit: 'ms', runs: RUNS }];
};

/** Requests of one client to a node's published port, each on a connection of its own: through the mesh to a task on any node, and back. */
export const routingMesh: Benchmark = async () => {
  const prepare = async (): Promise<Run> => {
    const run = await openSwarm('traefik/whoami');
    await run(`docker service create -q --name web --replicas ${NODES} -p 8080:80 traefik/whoami`);
    return run;
  };
  const hosts = `for i in $(seq ${NODES}); do curl -s ${URL} | head -1; done | sort -u | wc -l`;
  const found = await times(RUNS, prepare, async (run) => {
    const count = await run(`curl -s -H 'Connection: close' '${URL}?[1-${REQUESTS}]' | grep -c ^Hostname`);
    if (Number(count) !== REQUESTS) throw new Error(`${count} answers`);
    if (Number(await run(hosts)) !== NODES) throw new Error('not every task answers');
  });
  const perRequestMs = median(found) / REQUESTS;
  const name = 'routing mesh';
  return [
    { name: `${name}: requests, real HTTP`, median: 1000 / perRequestMs, unit: 'requests/s', runs: RUNS },
    { name: `${name}: one hop of four`, median: (perRequestMs * 1000) / HOPS, unit: 'µs', runs: RUNS },
  ];
};

/** Client → port of a machine → mesh → task, and the answer the same way: two each. */
const HOPS = 4;
