import { describe, expect, it } from 'vitest';
import { nodeHost } from '../host/node.ts';
import { followCrashes, setCrashing } from './crash-images.ts';
import { openSessions } from './machine-commands.ts';
import type { TrafficRecord, WorldChange } from './mirror.ts';
import { createWorld, PROJECT_FOLDER } from './world.ts';
import { WorldWatch } from './world-watch.ts';

/** Machines in one swarm, with what a page hears of their traffic. */
async function openSwarm(machines: number) {
  const watch = new WorldWatch();
  const errors: unknown[] = [];
  const world = createWorld({
    host: nodeHost,
    seed: 3,
    machines,
    mode: 'virtual',
    onError: (error) => void errors.push(error),
    onBoot: (machine) => {
      watch.follow(machine, () => undefined);
      followCrashes(machine);
    },
  });
  const sessions = openSessions(world, { cwd: PROJECT_FOLDER });
  const run = async (...lines: string[]): Promise<string> => {
    let printed = '';
    for (const line of lines) printed += (await sessions.run(line))?.stdout ?? '';
    expect(errors).toEqual([]);
    return printed.trim();
  };
  const traffic = new Map<string, TrafficRecord | undefined>();
  const look = (): TrafficRecord[] => {
    for (const change of watch.changes(world, () => undefined) as WorldChange[])
      if (change.kind === 'traffic') traffic.set(change.id, change.value);
    return [...traffic.values()].filter((record) => record !== undefined);
  };
  await run('docker swarm init');
  const token = await run('docker swarm join-token -q worker');
  for (let node = 2; node <= machines; node++)
    await run(`@node${node} docker swarm join --token ${token} 192.168.0.18:2377`);
  return { world, run, look };
}

describe('what a page hears of requests', { timeout: 30_000 }, () => {
  it('counts them by replica, with the way they took', async () => {
    const { run, look } = await openSwarm(2);
    await run(
      'docker service create -d --name web -p 8080:80 --replicas 2 traefik/whoami',
      'sleep 15',
      'for i in 1 2 3 4; do curl -s localhost:8080; done',
      '@node2 curl -s 192.168.0.18:8080/?[1-3]',
    );
    const ways = look().map(({ machine, requests, paths }) => ({
      machine,
      requests,
      paths: paths.map(({ client, entry, port, requests: count }) => [client, entry, port, count]),
    }));
    const total = ways.reduce((sum, { requests }) => sum + requests, 0);
    expect(total).toBe(7);
    expect(ways.map(({ machine }) => machine).sort()).toEqual(['node1', 'node2']);
    for (const { paths } of ways) expect(paths[0]).toEqual(['node1', 'node1', 8080, 2]);
    // Over one connection, so to one of them.
    expect(ways.flatMap(({ paths }) => paths.slice(1))).toEqual([['node2', 'node1', 8080, 3]]);
    await run('docker service rm web', 'sleep 20');
    expect(look()).toEqual([]);
  });

  it('knows a container that asks another by name, and other protocols than HTTP', async () => {
    const { run, look } = await openSwarm(1);
    await run(
      'docker network create back',
      'docker run -d --name db --network back redis:7-alpine',
      'docker run -d --name app --network back redis:7-alpine',
      'sleep 2',
      'docker exec app redis-cli -h db ping',
    );
    const app = await run('docker inspect -f {{.Id}} app');
    expect(look()).toMatchObject([
      { machine: 'node1', requests: 1, paths: [{ client: app, entry: '', port: 6379 }] },
    ]);
  });
});

describe('an image that crashes', { timeout: 30_000 }, () => {
  it('ends what runs of it and what starts, until it is mended', async () => {
    const { world, run } = await openSwarm(1);
    await run('docker run -d --name a1 nginx:alpine', 'docker run -d --name b1 redis:7-alpine', 'sleep 1');
    const [machine] = world.machines;
    const id = await run('docker inspect -f {{.Image}} a1');
    setCrashing(machine, id, true);
    const states = `docker ps -a --format '{{.Names}} {{.State}}'`;
    await run('sleep 1', 'docker run -d --name c1 nginx:alpine', 'sleep 1');
    expect(await run(states)).toBe('c1 exited\nb1 running\na1 exited');
    expect(await run('docker inspect -f {{.State.ExitCode}} a1 c1')).toBe('139\n139');
    setCrashing(machine, id, false);
    await run('docker start a1', 'sleep 2');
    expect(await run(states)).toBe('c1 exited\nb1 running\na1 running');
  });

  it('makes an update fail, which is rolled back', async () => {
    const { world, run } = await openSwarm(1);
    await run(
      'docker pull -q nginx:1.27-alpine',
      'docker service create -d --name web --replicas 2 --update-failure-action rollback --update-delay 0s nginx:alpine',
      'sleep 15',
    );
    setCrashing(world.machines[0], await run('docker inspect -f {{.Id}} nginx:1.27-alpine'), true);
    await run('docker service update -d --image nginx:1.27-alpine web', 'sleep 60');
    expect(await run('docker service inspect -f {{.UpdateStatus.State}} web')).toBe('rollback_completed');
    expect(await run(`docker service ls --format '{{.Replicas}} {{.Image}}'`)).toBe('2/2 nginx:alpine');
  });
});
