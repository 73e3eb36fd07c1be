// Shows where the simulated Python and CPython differ: `npm run compare:python -- [topic[:number]…]`. With `--known` it writes what differs down
// in known-differences.json; reasons that are there already stay, others are to be written by hand.
import { writeFileSync } from 'node:fs';
import { readKnownDifferences, readTopics, type Outcome } from './programs.ts';
import { runSimulated } from './simulated-python.ts';

const wanted = process.argv.slice(2).filter((one) => one !== '--known');
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
if (process.argv.includes('--known')) {
  const before = readKnownDifferences();
  const rows = summary.map((id) => {
    const [topic = '', number] = id.split(':');
    const known = before.find((one) => one.topic === topic && one.number === Number(number));
    return `  ${JSON.stringify({ topic, number: Number(number), reason: known?.reason ?? 'not yet' })}`;
  });
  writeFileSync(new URL('known-differences.json', import.meta.url), `[\n${rows.join(',\n')}\n]\n`);
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
