import fc from 'fast-check';
import { nodeHost } from '../../src/host/node.ts';
import { brokenBy, loadForLives, wordsOf } from '../../src/world/testing/lives/broken-by.ts';
import { worldSteps } from '../../src/world/testing/lives/steps.ts';

/** Lives until one breaks a rule, and says then what it was. Whether all kept them. */
export async function liveWorlds(seconds: number, seed: number): Promise<boolean> {
  await loadForLives(nodeHost);
  const { failed, numRuns, counterexample, errorInstance } = await fc.check(
    fc.asyncProperty(worldSteps(40), async (steps) => {
      const broken = await brokenBy(steps, nodeHost);
      if (broken.length > 0) throw new Error(broken.join('\n'));
    }),
    { seed, numRuns: Infinity, interruptAfterTimeLimit: seconds * 1000 },
  );
  console.log(`${numRuns} lives`);
  if (!failed) return true;
  console.log(wordsOf(counterexample?.[0] ?? []));
  console.log(String(errorInstance));
  return false;
}
