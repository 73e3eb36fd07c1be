import { describe, expect, it } from 'vitest';
import { nodeHost } from '../host/node.ts';
import { openSessions } from './machine-commands.ts';
import { createWorld, PROJECT_FOLDER, type World } from './world.ts';

/** A world with so many machines, and what a line on one of them prints. */
function openMachines(machines: number): { world: World; run: (...lines: string[]) => Promise<string> } {
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  return openWorld(createWorld({ host: nodeHost, seed: 3, machines, mode: 'virtual', onError }), errors);
}

function openWorld(world: World, errors: unknown[] = []) {
  const sessions = openSessions(world, { cwd: PROJECT_FOLDER });
  const run = async (...lines: string[]): Promise<string> => {
    let printed = '';
    for (const line of lines) {
      const { stdout = '', stderr = '' } = (await sessions.run(line)) ?? {};
      printed += stdout + stderr;
    }
    expect(errors).toEqual([]);
    return printed;
  };
  return { world, run };
}

/** The world as it is after it was saved and loaded. */
function restored(before: World): ReturnType<typeof openWorld> {
  const [first, ...others] = before.save();
  const restore = { ...first, others, seed: 3, nowMs: before.queue.now(), terminals: {} };
  return openWorld(createWorld({ host: nodeHost, seed: 3, mode: 'virtual', restore }));
}

/** A swarm in which these machines are what is said; the first made it. */
async function openSwarm(roles: readonly ('manager' | 'worker')[]) {
  const opened = openMachines(roles.length + 1);
  await opened.run('docker swarm init');
  for (const [index, role] of roles.entries()) {
    const token = (await opened.run(`docker swarm join-token -q ${role}`)).trim();
    const said = await opened.run(`@node${index + 2} docker swarm join --token ${token} 192.168.0.18:2377`);
    expect(said).toBe(`This node joined a swarm as a ${role}.\n`);
  }
  return opened;
}

const NODES = `docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'`;
const TASKS = `docker service ps web -f desired-state=running --format '{{.Name}} {{.Node}} {{.CurrentState}}' | cut -d' ' -f1-3`;
const NO_LEADER =
  "Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.\n";

describe('the machines of a world', { timeout: 30_000 }, () => {
  it('become more while it runs, and fewer again', async () => {
    const { world, run } = await openSwarm([]);
    const token = (await run('docker swarm join-token -q worker')).trim();
    expect(world.addMachine().name).toBe('node2');
    expect(await run(`@node2 docker swarm join --token ${token} 192.168.0.18:2377`)).toBe(
      'This node joined a swarm as a worker.\n',
    );
    expect((await run('@node2 cat app.py | head -c 0; ls | wc -l')).trim()).not.toBe('0');
    world.removeMachine();
    expect(world.machines).toHaveLength(1);
    expect(await run('sleep 40', NODES)).toContain('node2 Down Active');
    expect(await run('ping -c 1 -W 1 192.168.0.19 | grep -c " 0% packet loss"')).toBe('0\n');
    world.removeMachine();
    expect(world.machines).toHaveLength(1);
    world.addMachine();
    expect(await run('ping -c 1 -W 1 192.168.0.19 | grep -c " 0% packet loss"')).toBe('1\n');
    expect(await run('@node2 docker info | grep Swarm:')).toBe(' Swarm: inactive\n');
  });

  it('are restored with what ran on them, without power or cable where that was so', async () => {
    const before = await openSwarm(['worker', 'worker']);
    await before.run(
      'docker service create -d --name web -p 8080:80 --replicas 3 nginx:alpine',
      'sleep 20',
      '@node2 echo kept > /root/note',
      '@off node2',
      '@cut node3',
    );
    const { world, run } = restored(before.world);
    expect(world.machines.map(({ name }) => [name, world.isOn(name), world.isPlugged(name)])).toEqual([
      ['node1', true, true],
      ['node2', false, true],
      ['node3', true, false],
    ]);
    await run('sleep 40');
    expect(await run(TASKS)).toBe('web.1 node1 Running\nweb.2 node1 Running\nweb.3 node1 Running\n');
    await run('@on node2', '@plug node3', 'sleep 40');
    expect(await run('@node2 cat /root/note')).toBe('kept\n');
    expect((await run(`${NODES} | grep -c Ready`)).trim()).toBe('3');
  });

  it('agree on a leader when all were restored at once', async () => {
    const { run } = restored((await openSwarm(['manager', 'manager'])).world);
    await run('sleep 10');
    expect((await run(`@node2 ${NODES} | grep -c Leader`)).trim()).toBe('1');
  });
});

describe('a swarm of several machines', { timeout: 30_000 }, () => {
  it('spreads a service over its nodes, which find it by name and on every node’s port', async () => {
    const { run } = await openSwarm(['worker', 'worker']);
    await run(
      'docker network create -d overlay back',
      'docker service create -d --name web --network back --replicas 3 -p 8080:80 traefik/whoami',
      'docker service create -d --name cli --network back --constraint node.hostname==node2 alpine sleep 1000',
      'sleep 20',
    );
    const nodes = (await run(TASKS)).match(/node\d Running/g);
    expect(nodes?.sort()).toEqual(['node1 Running', 'node2 Running', 'node3 Running']);
    const three = 'for i in 1 2 3; do curl -s HOST:8080 | head -1; done | sort -u | wc -l';
    for (const line of [
      '@node3 ' + three.replace('HOST', 'localhost'),
      three.replace('HOST', '192.168.0.19'),
    ])
      expect((await run(line)).trim()).toBe('3');
    const inside = `for i in 1 2 3; do wget -qO- web | head -1; done | sort -u | wc -l`;
    expect((await run(`@node2 docker exec $(docker ps -qf name=cli) sh -c '${inside}'`)).trim()).toBe('3');
    expect(await run(`@node2 docker network ls -f driver=overlay --format '{{.Name}}'`)).toBe(
      'back\ningress\n',
    );
    expect(await run(`@node3 docker node ls`)).toContain("Worker nodes can't be used to view or modify");
    await run('docker node update --availability drain node2', 'sleep 20');
    expect(await run(TASKS)).not.toContain('node2');
    await run('docker service rm cli web', 'sleep 20');
    expect(await run(`@node2 docker network ls -f driver=overlay --format '{{.Name}}'`)).toBe('ingress\n');
    expect(await run('@node3 docker ps -aq')).toBe('');
  });

  it('takes what ran on a node that is not heard of elsewhere, and stops it there once it is back', async () => {
    const { run } = await openSwarm(['worker']);
    await run(
      'docker service create -d --name web --replicas 2 nginx:alpine',
      'sleep 20',
      '@cut node2',
      'sleep 10',
    );
    expect(await run(NODES)).toContain('node2 Ready Active');
    await run('sleep 30');
    expect(await run(NODES)).toContain('node2 Down Active');
    expect(await run(TASKS)).toBe('web.1 node1 Running\nweb.2 node1 Running\n');
    expect((await run('@node2 docker ps -q | wc -l')).trim()).toBe('1');
    await run('@plug node2', 'sleep 20');
    expect(await run(NODES)).toContain('node2 Ready Active');
    expect((await run('@node2 docker ps -q | wc -l')).trim()).toBe('0');
  });

  it('goes on without a machine that lost its power, and takes it in again', async () => {
    const { run } = await openSwarm(['manager', 'manager']);
    await run(
      'docker service create -d --name web --replicas 3 nginx:alpine',
      'sleep 20',
      'echo kept > /root/note',
    );
    await run('@off node1', '@node2 sleep 40');
    expect(await run(`@node2 ${TASKS}`)).not.toContain('node1');
    expect((await run(`@node2 ${TASKS} | wc -l`)).trim()).toBe('3');
    await run('@on node1', 'sleep 40');
    expect(await run('cat /root/note')).toBe('kept\n');
    expect((await run(`${NODES} | grep -c Ready`)).trim()).toBe('3');
    expect((await run(`${NODES} | grep -c Leader`)).trim()).toBe('1');
    expect(await run('docker ps -q')).toBe('');
  });

  it('has another leader when the first is cut off, and none without a majority', async () => {
    const { run } = await openSwarm(['manager', 'manager']);
    await run('docker service create -d --name web nginx:alpine', 'sleep 10', '@cut node1', 'sleep 30');
    expect((await run(`@node3 ${NODES}`)).split('\n').sort().join('\n').trim()).toBe(
      'node1 Down Active Unreachable\nnode2 Ready Active Leader\nnode3 Ready Active Reachable',
    );
    expect(await run('docker service ls')).toBe(NO_LEADER);
    expect(await run('@node3 docker service scale -d web=2')).toBe('web scaled to 2\n');
    await run('@cut node2', 'sleep 5');
    expect(await run('@node3 docker service scale -d web=3')).toBe(`web: ${NO_LEADER}`);
    expect(await run('@node3 docker info')).toContain(
      'Error: rpc error: code = Unknown desc = The swarm does not',
    );
    await run('@plug node1', '@plug node2', 'sleep 30');
    expect(await run(`docker service ls --format '{{.Name}} {{.Replicas}}'`)).toBe('web 2/2\n');
    expect((await run(`${NODES} | grep -c Leader`)).trim()).toBe('1');
  });

  it('has no leader that decides from the moment it is cut off from the others', async () => {
    const { run } = await openSwarm(['manager', 'manager']);
    await run('docker service create -d --name web --replicas 2 nginx:alpine', 'sleep 10', '@cut node1');
    expect(await run('docker service scale -d web=5')).toBe(`web: ${NO_LEADER}`);
    expect(await run('docker ps -aq | xargs docker rm -f', 'sleep 1')).not.toContain('Error');
    await run('@node3 sleep 10', '@node3 docker service scale -d web=3', '@plug node1', '@node3 sleep 60');
    for (const node of ['node1', 'node2', 'node3'])
      expect(await run(`@${node} docker service ls --format '{{.Replicas}}'`)).toBe('3/3\n');
  });

  it('keeps what was decided while its first leader had no power', async () => {
    const { run } = await openSwarm(['manager', 'manager']);
    await run('docker service create -d --name web --replicas 2 nginx:alpine', 'sleep 20');
    // What it knew of node3 is out of date when its power is back.
    await run('@cut node3', 'sleep 40', '@off node1', '@plug node3', '@node2 sleep 40');
    await run('@node2 docker service scale -d web=3', '@node2 sleep 20', '@off node2', '@node3 sleep 10');
    await run('@on node1', '@node3 sleep 60');
    expect(await run(`docker service inspect -f '{{.Spec.Mode.Replicated.Replicas}}' web`)).toBe('3\n');
  });

  it('makes a manager of a node that was out of reach when it was to become one', async () => {
    const { run } = await openSwarm(['worker']);
    await run(
      '@cut node1',
      'docker node promote node2',
      '@off node1',
      '@on node1',
      '@plug node1',
      'sleep 10',
    );
    expect(await run(`@node2 ${NODES} | grep -c Ready`)).toBe('2\n');
  });

  it('lets containers of a worker into attachable networks that it has not had so far', async () => {
    const { run } = await openSwarm(['worker']);
    await run(
      'docker network create -d overlay --attachable back',
      'docker network create -d overlay own',
      '@node2 docker run -d --name w2 --network back traefik/whoami',
    );
    expect(await run('docker run --rm --network back alpine wget -qO- w2 | grep -c Hostname')).toContain(
      '1\n',
    );
    expect(await run('@node2 docker run -d --network own traefik/whoami')).toContain(
      'Could not attach to network own: rpc error: code = PermissionDenied desc = network own not manually attachable',
    );
  });

  it('avoids a node on which a service failed again and again', async () => {
    const { run } = await openSwarm(['worker']);
    await run(
      'docker build -q -t here .',
      'docker service create -d --name web --replicas 2 here',
      'sleep 20',
    );
    expect(await run(`docker service ps web --format '{{.Node}} {{.Error}}' | grep node2`)).toContain(
      'node2 "No such image: here:latest"',
    );
    await run('sleep 60');
    expect(await run(TASKS)).toBe('web.1 node1 Running\nweb.2 node1 Running\n');
  });

  it('promotes, demotes, lets go and forgets', async () => {
    const { run } = await openSwarm(['worker']);
    expect(await run('docker node promote node2')).toBe('Node node2 promoted to a manager in the swarm.\n');
    expect(await run('sleep 3', `@node2 ${NODES}`)).toContain('node1 Ready Active Leader');
    expect(await run('docker swarm leave')).toContain(
      'Removing this node leaves 1 managers out of 2. Without a Raft quorum your swarm will be inaccessible.',
    );
    expect(await run('@node2 docker node demote node1')).toBe('Manager node1 demoted in the swarm.\n');
    await run('sleep 5');
    expect(await run('docker node ls')).toContain('This node is not a swarm manager.');
    expect(await run(`@node2 ${NODES}`)).toContain('node2 Ready Active Leader');
    expect(await run('docker swarm leave')).toBe('Node left the swarm.\n');
    expect(await run('@node2 docker node rm node1')).toBe('node1\n');
    expect(await run(`@node2 ${NODES}`)).toBe('node2 Ready Active Leader\n');
  });

  it('refuses what has no token, or no manager at the address', async () => {
    const { run } = openMachines(2);
    const token = `SWMTKN-1-${'a'.repeat(50)}-${'b'.repeat(25)}`;
    const join = `@node2 docker swarm join --token ${token} 192.168.0.18:2377`;
    expect(await run(join)).toContain('connect: connection refused');
    await run('docker swarm init');
    expect(await run(join)).toContain('A valid join token is necessary to join this cluster');
  });
});
