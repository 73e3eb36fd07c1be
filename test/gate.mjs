// The one gate: `npm ci && npm test`. Runs every check, fast ones first, and stops at the first stage in which one fails.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './support/chromium.mjs';

const node = process.execPath;
const bin = (name) => `node_modules/.bin/${name}`;

/** The compiler in native code: a fifth of the time. `typescript` itself is there for the linter, which has yet to learn it. */
const TSC = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript-native/package.json')));

/**
 * Stages, one after the other, each of lines that go on side by side: name, command, arguments of one check after the other. A stage of one line has both
 * processors. Two lines of a stage take about as long.
 */
const STAGES = [
  [
    [['lint', bin('eslint'), ['.']]],
    [
      ['types: headless', node, [TSC, '-p', 'tsconfig.headless.json']],
      ['types: page', node, [TSC, '-p', 'tsconfig.page.json']],
      ['types: node', node, [TSC, '-p', 'tsconfig.node.json']],
      ['unused code', bin('knip'), []],
      ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
    ],
  ],
  [[['unit tests, transcripts, lessons', bin('vitest'), ['run']]]],
  [
    [['recorded sessions, conformance floors', bin('tsx'), ['test/conformance/run.ts', '--allow-missing']]],
    [
      ['build', bin('vite'), ['build', '--logLevel', 'warn']],
      ['size budget', node, ['test/support/size-budget.mjs']],
      ['reproducible build', node, ['test/support/same-build.mjs']],
    ],
  ],
  [[['browser tests', bin('playwright'), ['test']]]],
];

const seconds = (since, digits) => ((Date.now() - since) / 1000).toFixed(digits);

/** What a check prints comes at once where it is alone, else when it has ended: two would be mixed. Whether it passed. */
function run([name, command, args], isAlone) {
  const begin = Date.now();
  const env = { ...process.env };
  if (name === 'browser tests') {
    const chromium = findChromium();
    if (!chromium) {
      console.error(
        'gate: no Chromium found and none could be installed; set CHROMIUM_PATH to a Chromium or Chrome binary.',
      );
      process.exit(1);
    }
    env.CHROMIUM_PATH = chromium;
  }
  const child = spawn(command, args, { stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'], env });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => printed.push(data));
  return new Promise((resolve) => {
    child.on('error', (error) => printed.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(printed));
      const passed = status === 0;
      if (passed) console.log(`gate: ${name} ok (${seconds(begin, 1)} s)`);
      else console.error(`gate: ${name} failed`);
      resolve(passed);
    });
  });
}

/** One check after the other, up to the first that fails. Whether there is none. */
async function runLine(checks, isAlone) {
  for (const check of checks) if (!(await run(check, isAlone))) return false;
  return true;
}

const started = Date.now();
for (const stage of STAGES) {
  const passed = await Promise.all(stage.map((line) => runLine(line, stage.length === 1)));
  if (passed.includes(false)) process.exit(1);
}
console.log(`gate: all ok (${seconds(started, 0)} s)`);
