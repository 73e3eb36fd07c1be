// The one gate: `npm ci && npm test`. Runs every check in order, fast ones first, and stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { findChromium } from './support/chromium.mjs';

const node = process.execPath;
const bin = (name) => `node_modules/.bin/${name}`;

/** name, command, arguments */
const STEPS = [
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['lint', bin('eslint'), ['.']],
  ['types: headless', bin('tsc'), ['-p', 'tsconfig.headless.json']],
  ['types: node', bin('tsc'), ['-p', 'tsconfig.node.json']],
  ['types: page', bin('tsc'), ['-p', 'tsconfig.page.json']],
  ['unused code', bin('knip'), []],
  ['unit tests, transcripts, lessons', bin('vitest'), ['run']],
  ['recorded sessions', bin('tsx'), ['test/conformance/run.ts', '--recorded']],
  ['conformance floors', bin('tsx'), ['test/conformance/run.ts', '--allow-missing']],
  ['build', bin('vite'), ['build', '--logLevel', 'warn']],
  ['reproducible build', node, ['test/support/same-build.mjs']],
  ['size budget', node, ['test/support/size-budget.mjs']],
  ['browser tests', bin('playwright'), ['test']],
];

const started = Date.now();
for (const [name, command, args] of STEPS) {
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
  const { status } = spawnSync(command, args, { stdio: 'inherit', env });
  if (status !== 0) {
    console.error(`gate: ${name} failed`);
    process.exit(1);
  }
  console.log(`gate: ${name} ok (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
}
console.log(`gate: all ok (${((Date.now() - started) / 1000).toFixed(0)} s)`);
