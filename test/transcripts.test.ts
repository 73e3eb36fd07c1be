import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nodeHost } from '../src/host/node.ts';
import { toText } from '../src/lib/bytes.ts';
import { openCommandSession } from '../src/world/run-commands.ts';
import { createWorld, PROJECT_FOLDER } from '../src/world/world.ts';

/**
 * Sessions of ours as a terminal shows them: `$ ` begins a command, `> ` goes on with it, what follows is its output, and `[n]` its exit status unless
 * that is 0; lines that begin with `#` and empty ones before a command are kept. IDs and digests are shown as the first, second … one, as long as they
 * were cut: what an image is made of may change without changing what a session shows. Replaying a file gives the file back; `vitest -u` accepts what changed, and a
 * human reads the difference.
 */
const FOLDER = fileURLToPath(new URL('./transcripts', import.meta.url));
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

interface Step {
  /** Comments and blank lines above the command. */
  readonly above: string;
  readonly command: string;
}

function readSteps(text: string): Step[] {
  const steps: { above: string; command: string }[] = [];
  let above = '';
  let inCommand = false;
  for (const line of text.split('\n')) {
    const last = steps.at(-1);
    if (line.startsWith('$ ')) {
      steps.push({ above, command: line.slice(2) });
      above = '';
      inCommand = true;
    } else if (inCommand && last && line.startsWith('> ')) last.command += `\n${line.slice(2)}`;
    else {
      inCommand = false;
      above = line.startsWith('# ') || (line === '' && above !== '') ? `${above}${line}\n` : '';
    }
  }
  return steps;
}

async function replay(steps: readonly Step[]): Promise<string> {
  const world = createWorld({ host: nodeHost, seed: 1, mode: 'virtual' });
  let shown = '';
  const session = openCommandSession(world, world.machines[0], {
    cwd: PROJECT_FOLDER,
    onOutput: (_, bytes) => {
      shown += toText(bytes);
    },
  });
  for (const { above, command } of steps) {
    shown += `${above}$ ${command.replaceAll('\n', '\n> ')}\n`;
    const { exitCode } = await session.run({ command });
    if (!shown.endsWith('\n')) shown += '\n';
    if (exitCode !== 0) shown += `[${exitCode}]\n`;
  }
  return withNumberedIds(shown);
}

/** IDs in the order they appear; one that is cut to 12 digits is the one that it begins. */
function withNumberedIds(text: string): string {
  const numbers = new Map<string, number>();
  return withNumberedSwarmIds(text).replace(
    /\b(?:[0-9a-f]{64}|[0-9a-f]{63}|[0-9a-f]{24,25}|[0-9a-f]{12})\b/g,
    (id) => {
      const key = id.slice(0, 12);
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      return `ID${number}`.padEnd(id.length === 12 ? 12 : 0, '_');
    },
  );
}

/** IDs of swarms, which are 25 digits of base 36 or their first twelve. */
function withNumberedSwarmIds(text: string): string {
  const ids = [...new Set(text.match(/\b(?=[a-z]*[0-9])[0-9a-z]{25}\b/g))];
  return ids.reduce((shown, id, index) => {
    const name = `SWARM${index + 1}`;
    return shown
      .replaceAll(id, name.padEnd(id.length, '_'))
      .replaceAll(id.slice(0, 12), name.padEnd(12, '_'));
  }, text);
}

describe('a session gives its transcript back', () => {
  it.each(FILES)('%s', async (name) => {
    const path = `${FOLDER}/${name}`;
    const steps = readSteps(readFileSync(path, 'utf8'));
    expect(steps.length).toBeGreaterThan(0);
    const shown = await replay(steps);
    await expect(shown).toMatchFileSnapshot(path);
    expect(await replay(steps)).toBe(shown);
  });
});
