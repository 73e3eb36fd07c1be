import fc from 'fast-check';
import { nodeHost } from '../../src/host/node.ts';
import { brokenBy, loadForLives, wordsOf } from '../../src/world/testing/lives/broken-by.ts';
import { worldSteps } from '../../src/world/testing/lives/steps.ts';
import { beginSwarms, brokenSwarm } from '../../src/world/testing/lives/swarm-life.ts';
import { swarmLives, type SwarmSteps } from '../../src/world/testing/lives/swarm-steps.ts';

type Life = { readonly world: Parameters<typeof brokenBy>[0] } | { readonly swarm: SwarmSteps };

const KINDS: Readonly<Record<string, fc.Arbitrary<Life>>> = {
  world: worldSteps(40).map((world) => ({ world })),
  swarm: swarmLives(30).map((swarm) => ({ swarm })),
};

/** Lives until one breaks a rule, and says then what it was. Whether all kept them. @param kind both unless given */
export async function liveWorlds(seconds: number, seed: number, kind?: string): Promise<boolean> {
  await loadForLives(nodeHost);
  const swarms = await beginSwarms(nodeHost);
  const kinds = Object.entries(KINDS).flatMap(([name, lives]) =>
    kind === undefined || kind === name ? [lives] : [],
  );
  const { failed, numRuns, counterexample, errorInstance } = await fc.check(
    fc.asyncProperty(fc.oneof(...kinds), async (life) => {
      const broken =
        'world' in life
          ? await brokenBy(life.world, nodeHost)
          : await brokenSwarm(life.swarm, swarms, nodeHost);
      if (broken.length > 0) throw new Error(broken.join('\n'));
    }),
    { seed, numRuns: Infinity, interruptAfterTimeLimit: seconds * 1000 },
  );
  console.log(`${numRuns} lives`);
  const [life] = counterexample ?? [];
  if (life)
    console.log(
      'world' in life
        ? wordsOf(life.world)
        : [`${life.swarm.managers} managers`, ...life.swarm.steps.map((step) => JSON.stringify(step))].join(
            '\n',
          ),
    );
  if (failed) console.log(String(errorInstance));
  return !failed;
}
