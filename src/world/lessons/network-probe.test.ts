import { beforeAll, describe, expect, it } from 'vitest';
import { nodeHost } from '../../host/node.ts';
import { openCommandSession, type CommandSession } from '../run-commands.ts';
import { createWorld, type World } from '../world.ts';
import { networkProbe } from './network-probe.ts';

const SETUP = [
  'docker network create red; docker network create --internal vault',
  'docker network create --opt com.docker.network.bridge.enable_icc=false apart',
  'docker run -d --name web --network red --network-alias site -p 8080:80 nginx:alpine',
  'docker run -d --name web2 --network red --network-alias site nginx:alpine',
  'docker run -d --name db --network vault nginx:alpine',
  'docker run -d --name both --network red --add-host old:10.1.1.1 alpine sleep 1d; docker network connect vault both',
  'docker run -d --name plain alpine sleep 1d',
  'docker run -d --name alone --network none alpine sleep 1d',
  'docker run -d --name own --network host alpine sleep 1d',
  'docker run -d --name rider --network container:both alpine sleep 1d',
  'docker run -d --name a1 --network apart nginx:alpine; docker run -d --name a2 --network apart alpine sleep 1d',
  'docker create --name never nginx:alpine',
  'sleep 1',
];
const FROM = ['web', 'db', 'both', 'plain', 'alone', 'own', 'rider', 'a2'];

let world: World;
let session: CommandSession;
const sh = async (command: string): Promise<string> => (await session.run({ command })).stdout.trim();

beforeAll(async () => {
  world = createWorld({ host: nodeHost, seed: 1, mode: 'virtual', onNotice: () => undefined });
  session = openCommandSession(world, world.machines[0], { cwd: '/root' });
  for (const command of SETUP) await session.run({ command });
});

describe('the network as the probe sees it', () => {
  it.each(FROM)('is what a program in %s meets', async (from) => {
    const probe = networkProbe(world.machines[0]);
    const others = ['web', 'db', 'both', 'plain', 'a1'].filter((name) => name !== from);
    for (const to of others) {
      const address = await sh(
        `docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' ${to}`,
      );
      const tries = address.split(' ').map((each) => `wget -qO /dev/null -T 5 ${each} && echo yes`);
      const heard = await sh(`docker exec ${from} sh -c '${tries.join('; ')}' 2>/dev/null`);
      expect([from, to, probe.reaches(from, to, 80)]).toEqual([from, to, heard.includes('yes')]);
    }
    for (const name of ['web', 'site', 'db', 'old', 'both', 'localhost', 'nobody']) {
      const heard = (await sh(`docker exec ${from} getent hosts ${name}`)).split('\n').filter(Boolean);
      const found = heard.map((line) => line.split(' ')[0]).sort();
      expect([from, name, [...(probe.resolve(from, name) ?? [])].sort()]).toEqual([from, name, found]);
    }
  });

  it('goes through published ports, and no further than a firewall', () => {
    const probe = networkProbe(world.machines[0]);
    expect(probe.reaches('machine', '127.0.0.1', 8080)).toBe(true);
    expect(probe.reaches('machine', 'localhost', 8081)).toBe(false);
    expect(probe.reaches('machine', 'web', 80)).toBe(true);
    expect(probe.reaches('plain', '172.17.0.1', 8080)).toBe(true);
    expect(probe.reaches('a2', 'a1')).toBe(false);
    expect([probe.reaches('both', 'web'), probe.reaches('both', 'plain')]).toEqual([true, false]);
  });

  it('says nothing of what does not run, and changes nothing', async () => {
    const probe = networkProbe(world.machines[0]);
    const state = world.machines[0].engine.store.state;
    expect(probe.resolve('never', 'web')).toBeUndefined();
    expect(probe.reaches('web', 'never')).toBeUndefined();
    expect(probe.reaches('web', 'nobody')).toBeUndefined();
    expect(probe.reaches('web', '10.1.1.1')).toBe(false);
    for (let i = 0; i < 5; i++) expect(probe.resolve('both', 'site')).toEqual(probe.resolve('rider', 'site'));
    expect(world.machines[0].engine.store.state).toBe(state);
  });
});
