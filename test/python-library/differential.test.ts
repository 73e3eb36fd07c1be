import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../python/programs.ts';
import { runSimulated } from '../python/simulated-python.ts';

const here = new URL('.', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, here), 'utf8');

/** Topic and place of the programs that run otherwise here, and why. What differs no more leaves the list. */
const known = JSON.parse(read('known-differences.json')) as Readonly<Record<string, string>>;
const names = readdirSync(here)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length));

describe.each(names)('%s: the standard library does what it does in CPython', (name) => {
  const recordings = JSON.parse(read(`${name}.json`)) as Recording[];

  it('records every program', () => {
    const scripts = read(`${name}.txt`).split('\n%%\n');
    expect(recordings.map(({ script }) => script)).toEqual(
      scripts.map((script) => script.replace(/^\n+|\n+$/g, '')),
    );
  });

  it.each(recordings.map((recording, index) => [index + 1, recording] as const))(
    '%i',
    async (number, { script, ...expected }) => {
      const actual = await runSimulated(script);
      if (known[`${name}:${number}`] === undefined) expect(actual).toEqual(expected);
      else expect(actual).not.toEqual(expected);
    },
  );
});
