// Makes quickjs-async.wasm from the pinned npm package: `node src/programs/node/runtime/make-quickjs.mjs` (about 25 s). Three things differ from the
// original: it can be suspended in the middle of a call (Binaryen's asyncify), it tells the host of each error whose stack it has written
// (import a.v), and of promises that are rejected or handled late (import a.u), which the package exports no setter for. quickjs.json tells what was made of what.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../../../..');
const SOURCE = join(root, 'node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm');
const WASM = join(here, 'quickjs-async.wasm');

/** Calls out of WebAssembly during which it may be suspended: host functions, the interrupt handler. */
const IMPORTS = ['a.s', 'a.i'];
const FEATURES = [
  '--enable-bulk-memory', '--enable-sign-ext', '--enable-nontrapping-float-to-int', '--enable-mutable-globals',
]; // prettier-ignore

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const run = (tool, args) => execFileSync(join(root, 'node_modules/.bin', tool), args);

function replaceTimes(text, times, from, to) {
  const pieces = text.split(from);
  if (pieces.length !== times + 1)
    throw new Error(`expected ${times} times, found ${pieces.length - 1}: ${from}`);
  return pieces.join(to);
}

/** Both hooks, in WebAssembly's text. */
function addHooks(wat) {
  const last = /\n \(import "a" "t" [^\n]*/.exec(wat)?.[0] ?? '';
  let text = replaceTimes(
    wat, 1, last,
    `${last}\n (import "a" "u" (func $rejection_hook (param i32 i64 i64 i32 i32 i32)))\n (import "a" "v" (func $error_hook (param i32 i64)))`,
  ); // prettier-ignore
  // rt->host_promise_rejection_tracker(ctx, promise, reason, is_handled, opaque): no other function pointer has this type.
  const type = /\(type (\$\d+) \(func \(param i32 i64 i64 i32 i32\)\)\)/.exec(text)?.[1];
  text = replaceTimes(text, 2, `(call_indirect (type ${type})`, '(call $rejection_hook');
  // build_backtrace(ctx, error, file, line, column, flags) is where "    at %s" is written.
  const functions = text.split('\n (func ');
  const at = functions.findIndex((one) => one.includes('(i32.const 8536)'));
  const body = functions[at] ?? '';
  const end = '\n )';
  if (
    !/^\$\d+ \(param \$0 i32\) \(param \$1 i64\) (\(param \$\d i32\) ?){4}\n/.test(body) ||
    !body.endsWith(end)
  )
    throw new Error('build_backtrace looks different');
  functions[at] = `${body.slice(0, -end.length)}\n  (call $error_hook (local.get $0) (local.get $1))${end}`;
  return functions.join('\n (func ');
}

const folder = mkdtempSync(join(tmpdir(), 'quickjs-'));
const wat = join(folder, 'quickjs.wat');
const hooked = join(folder, 'hooked.wasm');
run('wasm-dis', [SOURCE, ...FEATURES, '-o', wat]);
writeFileSync(wat, addHooks(readFileSync(wat, 'utf8')));
run('wasm-as', [wat, ...FEATURES, '-o', hooked]);
run('wasm-opt', [hooked, '-O2', ...FEATURES, '--asyncify', `--pass-arg=asyncify-imports@${IMPORTS.join(',')}`, '-o', WASM]); // prettier-ignore
rmSync(folder, { recursive: true });
const record = {
  inputs: {
    'emscripten-module.wasm': sha256(readFileSync(SOURCE)),
    'make-quickjs.mjs': sha256(readFileSync(fileURLToPath(import.meta.url))),
  },
  outputs: { 'quickjs-async.wasm': sha256(readFileSync(WASM)) },
};
writeFileSync(join(here, 'quickjs.json'), `${JSON.stringify(record, null, 2)}\n`);
