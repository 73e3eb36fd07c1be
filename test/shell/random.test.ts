import fc from 'fast-check';
import { describe, it } from 'vitest';
import { script } from './grammar.ts';
import { findRealShell } from './real-shell.ts';
import { sameAsReal } from './same-as-real.ts';

const BUDGET = { seed: 20_261_125, numRuns: 150 };
const bash = findRealShell('bash');

describe('random scripts', () => {
  if (!bash) {
    it.skip('no bash from 5.1 on is on PATH to compare with', () => undefined);
    return;
  }
  // `npm run fuzz:shell` goes on for longer, with another seed each time.
  it('print what bash prints', async () => {
    await fc.assert(
      fc.asyncProperty(script, (text) => sameAsReal(bash, text)),
      BUDGET,
    );
  }, 60_000);
});
