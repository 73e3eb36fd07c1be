import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { script } from './grammar.ts';
import { findRealShell } from './real-shell.ts';
import { sameAsReal } from './same-as-real.ts';
import { runSimulated } from './simulated-shell.ts';

const BUDGET = { seed: 20_261_125, numRuns: 150 };
const bash = findRealShell('bash');

describe('random scripts', () => {
  // Without a bash from 5.1 on to compare with they still have to end, and the same way each time.
  // `npm run fuzz:shell` goes on for longer, with another seed each time.
  it(
    bash ? 'print what bash prints' : 'end the same way twice',
    async () => {
      await fc.assert(
        fc.asyncProperty(script, (text) => (bash ? sameAsReal(bash, text) : endsTheSame(text))),
        BUDGET,
      );
    },
    60_000,
  );
});

async function endsTheSame(text: string): Promise<void> {
  expect(await runSimulated('bash', text)).toEqual(await runSimulated('bash', text));
}
