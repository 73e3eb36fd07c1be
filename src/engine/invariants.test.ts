import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootEngine } from './testing/boot-engine.ts';
import { brokenRules } from './testing/invariants.ts';
import { step, take } from './testing/operations.ts';

describe('the rules of SPEC.md', () => {
  it('hold after any operations, also of clients at the same time and clients that are killed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const booted = bootEngine();
        await booted.asClient(async (api, proc) => {
          for (const one of steps) {
            await take(api, proc, one);
            if (one.how === 'wait') expect(brokenRules(booted)).toEqual([]);
          }
          await proc.sleep(20_000);
        });
        expect(brokenRules(booted)).toEqual([]);
        expect(booted.errors).toEqual([]);
      }),
      { numRuns: 60, seed: 7 },
    );
  }, 60_000);
});
