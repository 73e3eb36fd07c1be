import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replay, type Recording } from './replay.ts';

const here = new URL('.', import.meta.url);
const names = readdirSync(here)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace(/\.json$/, ''));

/** Scripts of ours with what the real programs printed; `python3 test/programs/record.py` makes the files anew from the .txt beside them. */
describe.each(names)('%s: programs print what the real ones print', (name) => {
  const recordings = JSON.parse(readFileSync(new URL(`${name}.json`, here), 'utf8')) as Recording[];
  it('records every script', () => {
    const scripts = readFileSync(new URL(`${name}.txt`, here), 'utf8').split('\n%%\n');
    const written = scripts
      .map((script) => script.replace(/^\n+|\n+$/g, ''))
      .filter((script) => script !== '');
    expect(recordings.map(({ script }) => script)).toEqual(written);
  });

  it.each(recordings.map((recorded) => [recorded.script, recorded] as const))('%s', async (_, recorded) => {
    expect(await replay(recorded.script)).toEqual(recorded);
  });
});
