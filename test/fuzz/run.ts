// Tries one kind of hostile input, or all, for long: `npm run fuzz -- [KIND…] [--runs N] [--seed S]`. What it finds becomes a case of `finds.test.ts`.
import fc from 'fast-check';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { tryKind } from './kind.ts';
import { KINDS } from './kinds.ts';

/** An input that takes more of the processor than this hangs. */
const HANGS_MS = 60_000;

/** Ends this process where one input never ends, and says which: another thread can do so while this one is busy. */
const WATCH = `
const { parentPort } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let last = '', began;
parentPort.on('message', (input) => {
  last = input;
  began = process.cpuUsage();
});
setInterval(() => {
  if (!began || process.cpuUsage(began).user / 1000 < ${HANGS_MS}) return;
  writeSync(2, 'hangs: ' + last + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 1000);`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string' } },
});
const wanted = KINDS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
if (wanted.length === 0) throw new Error(`kinds: ${KINDS.map(({ name }) => name).join(' ')}`);
const watch = new Worker(WATCH, { eval: true });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
for (const kind of wanted) {
  const beganMs = performance.now();
  const began = (input: unknown): void => watch.postMessage(fc.stringify(input).slice(0, 4000));
  const { runs, find } = await tryKind(kind, { runs: Number(values.runs), seed, began });
  const seconds = ((performance.now() - beganMs) / 1000).toFixed(0);
  console.log(`${kind.name}: ${runs} inputs in ${seconds} s, seed ${seed}${find ? '' : ', nothing found'}`);
  if (!find) continue;
  console.log(`${find.input}\n${find.reason}`);
  process.exitCode = 1;
}
await watch.terminate();
