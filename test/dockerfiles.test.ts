import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintDockerfile } from '../src/engine/build/dockerfile/lint.ts';
import { parseDockerfile } from '../src/engine/build/dockerfile/parse-dockerfile.ts';
import { mountFolder } from '../src/host/mount-folder.ts';
import { nodeHost } from '../src/host/node.ts';
import { hostView } from '../src/world/machine-image.ts';
import { openCommandSession } from '../src/world/run-commands.ts';
import { createWorld, PROJECT_FOLDER } from '../src/world/world.ts';

/**
 * Dockerfiles of the common shapes, a folder each with its context. Where there is an expected.txt the base images are in the catalogue: the image is
 * built, and a container of it prints that.
 */
const FOLDER = new URL('dockerfiles/', import.meta.url).pathname;
const ALL = readdirSync(FOLDER).sort();
const BUILT = ALL.filter((name) => existsSync(`${FOLDER}${name}/expected.txt`));
const read = (path: string): string => readFileSync(`${FOLDER}${path}`, 'utf8');

describe('Dockerfiles of the common shapes', () => {
  it('are thirty, two thirds of which can be built', () => {
    expect([ALL.length, BUILT.length]).toEqual([30, 20]);
  });

  it.each(ALL)('%s is read without an error or a warning', (name) => {
    const text = read(`${name}/Dockerfile`);
    expect(parseDockerfile(text).stages.length).toBeGreaterThan(0);
    expect(lintDockerfile(text, { allTargets: true })).toMatchObject({ warnings: [] });
  });

  it('are built, run, and come from the cache the second time', async () => {
    const world = createWorld({
      host: nodeHost,
      seed: 1,
      mode: 'virtual',
      onError: (error) => {
        throw error;
      },
    });
    const [machine] = world.machines;
    mountFolder(hostView(machine.kernel), FOLDER, PROJECT_FOLDER);
    const session = openCommandSession(world, machine, { cwd: PROJECT_FOLDER });
    const printed: Record<string, string> = {};
    const ids: Record<string, string[]> = {};
    for (const name of BUILT) {
      const first = await session.run({ command: `docker build -q -t ${name} ${name}` });
      const { stdout, stderr } = await session.run({ command: `docker run --rm ${name}` });
      printed[name] = `${first.stderr}${stdout}${stderr}`;
      const again = await session.run({ command: `docker build -q -t ${name} ${name}` });
      ids[name] = [first.stdout, again.stdout];
    }
    expect(printed).toEqual(Object.fromEntries(BUILT.map((name) => [name, read(`${name}/expected.txt`)])));
    for (const [first, again] of Object.values(ids)) expect(again).toBe(first);
  }, 60_000);
});
