/** `npm run fuzz:model [-- SECONDS [SEED]]`: random lives of a daemon against src/engine/SPEC.md, until one breaks a rule; what it finds becomes a case of model.test.ts. */
import fc from 'fast-check';
import { brokenBy } from '../../src/engine/testing/model.ts';
import { step, swarmSteps } from '../../src/engine/testing/operations.ts';

const [seconds = '60', seed = String(Date.now() % 1e9)] = process.argv.slice(2);
console.log(`seed ${seed}`);
await fc.assert(
  fc.asyncProperty(fc.oneof(fc.array(step, { maxLength: 40 }), swarmSteps(40)), async (steps) => {
    const broken = await brokenBy(steps);
    if (broken.length > 0) throw new Error(broken.join('\n'));
  }),
  { seed: Number(seed), numRuns: Infinity, interruptAfterTimeLimit: Number(seconds) * 1000, verbose: 1 },
);
process.exit(0);
