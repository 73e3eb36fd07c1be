import { describe, expect, it } from 'vitest';
import { readKnownDifferences, readTopics } from './programs.ts';
import { runSimulated } from './simulated-python.ts';

/** How many of the programs must do exactly what CPython does: output, errors and status. It only rises. */
const FLOOR = 0.97;

const topics = readTopics();
const known = readKnownDifferences();

describe.each(topics)(
  '$name: Python programs do what they do in CPython',
  ({ name, scripts, recordings }) => {
    it('records every program', () => {
      expect(recordings.map(({ script }) => script)).toEqual(scripts);
    });

    it.each(recordings.map((recording, index) => [index + 1, recording] as const))(
      '%i',
      async (number, { script, ...expected }) => {
        const actual = await runSimulated(script);
        // What is listed as a known difference and is none any more leaves the list.
        if (known.some((one) => one.topic === name && one.number === number))
          expect(actual).not.toEqual(expected);
        else expect(actual).toEqual(expected);
      },
    );
  },
);

it('differs from CPython in few programs', () => {
  const all = topics.flatMap(({ recordings }) => recordings).length;
  expect(all).toBeGreaterThanOrEqual(150);
  expect((all - known.length) / all).toBeGreaterThanOrEqual(FLOOR);
});
