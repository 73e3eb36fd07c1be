import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeHost } from '../host/node.ts';
import { brokenBy, loadForLives } from './testing/lives/broken-by.ts';
import { worldSteps } from './testing/lives/steps.ts';
import { beginSwarms, brokenSwarm, type SwarmBeginnings } from './testing/lives/swarm-life.ts';
import { swarmLives } from './testing/lives/swarm-steps.ts';

describe('a world after anything that a page asks for', () => {
  beforeAll(() => loadForLives(nodeHost), 60_000);

  it('keeps its rules, goes back and forth, ends what Ctrl-C is pressed for, and does the same again', async () => {
    await fc.assert(
      fc.asyncProperty(worldSteps(20), async (steps) => {
        expect(await brokenBy(steps, nodeHost)).toEqual([]);
      }),
      { numRuns: 3, seed: 21 },
    );
  }, 120_000);
});

describe('a swarm of several machines after any steps', () => {
  let swarms: SwarmBeginnings = new Map();
  beforeAll(async () => void (swarms = await beginSwarms(nodeHost)), 60_000);

  it('keeps its rules, and comes to what its services ask for once every machine is back', async () => {
    await fc.assert(
      fc.asyncProperty(swarmLives(10), async (life) => {
        expect(await brokenSwarm(life, swarms, nodeHost)).toEqual([]);
      }),
      { numRuns: 3, seed: 22 },
    );
  }, 120_000);
});
