// Runs random scripts in bash and in the simulated shell and shows the smallest that differ: `npm run fuzz:shell -- [seconds] [seed]`.
import fc from 'fast-check';
import { script } from './grammar.ts';
import { findRealShell } from './real-shell.ts';
import { sameAsReal } from './same-as-real.ts';

const [seconds = '60', given] = process.argv.slice(2);
const bash = findRealShell('bash');
if (!bash) throw new Error('no bash from 5.1 on is on PATH');
const end = Date.now() + Number(seconds) * 1000;
let seed = Number(given ?? Date.now() % 1_000_000);
let runs = 0;
const finds = new Set<string>();
while (Date.now() < end) {
  const result = await fc.check(
    fc.asyncProperty(script, (text) => sameAsReal(bash, text)),
    {
      seed,
      numRuns: 50,
      interruptAfterTimeLimit: Math.max(1000, end - Date.now()),
      markInterruptAsFailure: false,
    },
  );
  runs += result.numRuns;
  seed++;
  const smallest = result.counterexample?.[0];
  if (!result.failed || smallest === undefined || finds.has(smallest)) continue;
  finds.add(smallest);
  console.log(
    `=== seed ${seed - 1}\n${smallest}\n${String((result.errorInstance as Error | null)?.message)}`,
  );
}
console.log(`${runs} scripts, ${finds.size} differ`);
process.exitCode = finds.size > 0 ? 1 : 0;
