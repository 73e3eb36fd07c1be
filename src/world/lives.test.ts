import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeHost } from '../host/node.ts';
import { brokenBy, loadForLives } from './testing/lives/broken-by.ts';
import { worldSteps } from './testing/lives/steps.ts';

describe('a world after anything that a page asks for', () => {
  beforeAll(() => loadForLives(nodeHost), 60_000);

  it('keeps its rules, goes back and forth, ends what Ctrl-C is pressed for, and does the same again', async () => {
    await fc.assert(
      fc.asyncProperty(worldSteps(24), async (steps) => {
        expect(await brokenBy(steps, nodeHost)).toEqual([]);
      }),
      { numRuns: 4, seed: 21 },
    );
  }, 120_000);
});
