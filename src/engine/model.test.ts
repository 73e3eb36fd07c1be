import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenBy } from './testing/model.ts';
import { step, swarmSteps } from './testing/operations.ts';

describe('a daemon after any steps', () => {
  it('keeps its rules, repeats itself, and is the same after save and undo', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
        expect(await brokenBy(steps)).toEqual([]);
      }),
      { numRuns: 8, seed: 11 },
    );
  }, 120_000);

  it('does so in a swarm', async () => {
    await fc.assert(
      fc.asyncProperty(swarmSteps(14), async (steps) => {
        expect(await brokenBy(steps)).toEqual([]);
      }),
      { numRuns: 6, seed: 12 },
    );
  }, 120_000);
});
