import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mountFolder } from '../src/host/mount-folder.ts';
import { nodeHost } from '../src/host/node.ts';
import { SAMPLE_HEADS, type SampleHead } from '../src/state/samples.ts';
import { hostView } from '../src/world/machine-image.ts';
import { openCommandSession } from '../src/world/run-commands.ts';
import { createWorld } from '../src/world/world.ts';

const HOME = '/root/site';

/** The page that answers once the sample was begun as the page offers it. */
async function begin({ id, command, address }: SampleHead): Promise<string> {
  const world = createWorld({
    host: nodeHost,
    seed: 1,
    mode: 'virtual',
    onError: (error) => {
      throw error;
    },
  });
  const [machine] = world.machines;
  const folder = new URL(`../samples/${id}`, import.meta.url).pathname;
  mountFolder(hostView(machine.kernel), folder, `${HOME}/${id}`);
  const session = openCommandSession(world, machine, { cwd: HOME });
  await session.run({ command: `cd ${id} && ${command}` });
  const asks = `for i in $(seq 60); do curl -sf ${address} && break; sleep 1; done`;
  return (await session.run({ command: asks })).stdout;
}

describe('samples', () => {
  it('are the folders that there are', () => {
    const folders = readdirSync(new URL('../samples', import.meta.url)).sort();
    expect(SAMPLE_HEADS.map(({ id }) => id).sort()).toEqual(folders);
  });

  it.each([
    ['static-site', '<h1>Harbour news</h1>'],
    ['flask-redis', '<h3>Hello Compose!</h3>'],
    ['express-todos-postgres', '[]'],
    ['friendlyhello-swarm', '<h3>Hello World!</h3>'],
    ['node-build-nginx', '<p>Ships carry containers.</p>'],
  ])(
    '%s answers after its command',
    async (id, page) => {
      expect(await begin(SAMPLE_HEADS.find((sample) => sample.id === id)!)).toContain(page);
    },
    120_000,
  );
});
