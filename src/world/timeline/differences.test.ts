import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../host/node.ts';
import type { Difference } from '../mirror.ts';
import { openCommandSession } from '../run-commands.ts';
import { createWorld, PROJECT_FOLDER } from '../world.ts';
import { bytesOnlyIn, differences } from './differences.ts';

type Moment = Parameters<typeof differences>[0];

function openWorld() {
  const world = createWorld({ host: nodeHost, seed: 1, mode: 'virtual' });
  const [{ kernel, engine }] = world.machines;
  const session = openCommandSession(world, world.machines[0], { cwd: PROJECT_FOLDER });
  const moment = (): Moment => ({ hostTree: kernel.hostFs.freeze(), engine: engine.save() });
  let before = moment();
  /** What a command changed, a word each. */
  const change = async (command: string): Promise<string[]> => {
    const { exitCode, stderr } = await session.run({ command });
    if (exitCode !== 0) throw new Error(stderr);
    const now = moment();
    const found = differences(before, now);
    before = now;
    return found.map(toText);
  };
  return { change, moment };
}

const toText = ({ kind, name, change, detail }: Difference): string =>
  [change, kind, name, ...(detail ? [`(${detail})`] : [])].filter((word) => word !== '').join(' ');

describe('differences of two moments', { timeout: 20_000 }, () => {
  it('are what commands did to containers, images, networks and volumes', async () => {
    const { change } = openWorld();
    expect(await change('docker run -d --name web -v data:/d alpine sleep 100000')).toEqual([
      'added container web',
      'added image alpine:latest',
      'added volume data',
    ]);
    expect(await change('docker ps; docker logs web; cat index.html; sleep 5')).toEqual([]);
    expect(await change('docker exec web sh -c "echo > /a; echo > /d/b"')).toEqual([
      'changed container web (1 file)',
      'changed volume data (1 file)',
    ]);
    expect(await change('docker restart -t 0 web')).toEqual(['changed container web (restarted)']);
    expect(await change('docker pause web')).toEqual(['changed container web (running → paused)']);
    expect(await change('docker unpause web; docker rename web app')).toEqual([
      'changed container app (was web)',
    ]);
    expect(await change('docker network create lab; docker network connect lab app')).toEqual([
      'changed container app (networks: bridge, lab)',
      'added network lab',
    ]);
    expect(await change('docker update --restart always app')).toEqual(['changed container app (settings)']);
    expect(await change('docker tag alpine mine:1; docker rm -f app; docker volume rm data')).toEqual([
      'removed container app',
      'added image mine:1',
      'removed volume data',
    ]);
  });

  it('are what became of files: a new folder once, not the way to a change', async () => {
    const { change } = openWorld();
    expect(await change('mkdir -p a/b; echo > a/b/c; echo >> index.html; rm about.html')).toEqual([
      'added file /root/site/a',
      'removed file /root/site/about.html',
      'changed file /root/site/index.html',
    ]);
    expect(await change('chmod 600 a/b/c; touch /run/fleeting')).toEqual(['changed file /root/site/a/b/c']);
    expect(await change('rm -r a')).toEqual(['removed file /root/site/a']);
  });

  it('are the objects of a swarm', async () => {
    const { change } = openWorld();
    const found = await change('docker swarm init');
    expect(found).toContain('added swarm');
    await change(
      'echo x | docker secret create key - && docker service create --name web -d alpine sleep 100000',
    );
    expect(await change('docker service update -d --label-add a=b web')).toContain('changed service web');
    expect(await change('docker service rm web; docker secret rm key')).toEqual(
      expect.arrayContaining(['removed service web', 'removed secret key']),
    );
  });

  it('count the bytes that an earlier moment holds alone', async () => {
    const { change, moment } = openWorld();
    await change('head -c 300000 /dev/urandom > big');
    const big = moment();
    expect(bytesOnlyIn(big, big)).toBe(0);
    await change('echo > small');
    expect(bytesOnlyIn(big, moment())).toBeLessThan(100);
    await change('rm big');
    expect(bytesOnlyIn(big, moment())).toBeGreaterThanOrEqual(300_000);
    await change('docker run --name web alpine sh -c "head -c 200000 /dev/urandom > /x"');
    const held = moment();
    await change('docker rm web');
    expect(bytesOnlyIn(held, moment())).toBeGreaterThanOrEqual(200_000);
  });
});
