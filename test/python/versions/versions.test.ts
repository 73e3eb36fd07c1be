import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../programs.ts';
import { runSimulated } from '../simulated-python.ts';

interface Recording {
  readonly script: string;
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

const here = new URL('.', import.meta.url);
const recordings = JSON.parse(readFileSync(new URL('recorded.json', here), 'utf8')) as Recording[];
const programs = readFileSync(new URL('programs.txt', here), 'utf8').split('\n%%\n');

const RELEASES = { '3.10': '3.10.19', '3.11': '3.11.14', '3.12': '3.12.12', '3.13': '3.13.9' };

it('records every program', () => {
  expect(recordings.map(({ script }) => script)).toEqual(
    programs.map((one) => one.replace(/^\n+|\n+$/g, '')),
  );
});

describe.each(Object.entries(RELEASES))('Python %s does what CPython of that version does', (version, release) => {
  it.each(recordings.map((recording, index) => [index + 1, recording] as const))('%i', async (_, recording) => {
    expect(await runSimulated(recording.script, release)).toEqual(recording.outcomes[version]);
  });
}); // prettier-ignore
