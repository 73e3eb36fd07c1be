import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mountFolder } from '../../src/host/mount-folder.ts';
import { nodeHost } from '../../src/host/node.ts';
import { splitCommands } from '../../src/shell/split-commands.ts';
import { hostView } from '../../src/world/machine-image.ts';
import { openCommandSession } from '../../src/world/run-commands.ts';
import { createWorld, PROJECT_FOLDER } from '../../src/world/world.ts';

/**
 * Apps as tutorials have them. Each folder (of one that the page offers as a sample: that in `samples/`) is mounted as `npm run sim -- --mount FOLDER
 * FOLDER/try.sh` does, its try.sh runs on a fresh machine, and prints what expected.txt holds. Progress of pulls (stderr) is not part of it.
 */
const APPS = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

async function tryApp(folder: string, files: string): Promise<string> {
  const world = createWorld({
    host: nodeHost,
    seed: 1,
    mode: 'virtual',
    onError: (error) => {
      throw error;
    },
  });
  const [machine] = world.machines;
  mountFolder(hostView(machine.kernel), files, PROJECT_FOLDER);
  const session = openCommandSession(world, machine, { cwd: PROJECT_FOLDER });
  let printed = '';
  for (const command of splitCommands(readFileSync(`${folder}/try.sh`, 'utf8')))
    printed += (await session.run({ command })).stdout;
  return printed;
}

describe('apps', () => {
  it('are ten or more', () => {
    expect(APPS.length).toBeGreaterThanOrEqual(10);
  });

  it.each(APPS)(
    '%s does what its try.sh expects',
    async (name) => {
      const folder = new URL(name, import.meta.url).pathname;
      const sample = new URL(`../../samples/${name}`, import.meta.url).pathname;
      expect(await tryApp(folder, existsSync(sample) ? sample : folder)).toBe(
        readFileSync(`${folder}/expected.txt`, 'utf8'),
      );
    },
    60_000,
  );
});
