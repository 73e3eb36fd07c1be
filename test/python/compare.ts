// Shows where the simulated Python and CPython differ: `npm run compare:python -- [topic[:number]…]`.
import { readTopics, type Outcome } from './programs.ts';
import { runSimulated } from './simulated-python.ts';

const wanted = process.argv.slice(2);
let differ = 0;
let all = 0;
const summary: string[] = [];
for (const { name, recordings } of readTopics()) {
  for (const [index, expected] of recordings.entries()) {
    const id = `${name}:${index + 1}`;
    if (wanted.length > 0 && !wanted.includes(name) && !wanted.includes(id)) continue;
    all++;
    const actual = await runSimulated(expected.script).catch((error: unknown): Outcome => ({
      stdout: '',
      stderr: String((error as Error).stack),
      status: -2,
    }));
    const keys = (['stdout', 'stderr', 'status'] as const).filter((key) => actual[key] !== expected[key]);
    if (keys.length === 0) continue;
    differ++;
    summary.push(id);
    console.log(`=== ${id}`);
    for (const key of keys) showDifference(key, String(expected[key]), String(actual[key]));
  }
}
console.log(`${all} programs, ${differ} differ: ${summary.join(' ')}`);

/** The lines that only one of them has, with where they first differ. */
function showDifference(key: string, expected: string, actual: string): void {
  const [theirs, ours] = [expected.split('\n'), actual.split('\n')];
  const first = theirs.findIndex((line, index) => line !== ours[index]);
  const at = first < 0 ? theirs.length : first;
  for (const line of theirs.slice(at, at + 8)) console.log(`  ${key} real ${line}`);
  for (const line of ours.slice(at, at + 8)) console.log(`  ${key} ours ${line}`);
}
