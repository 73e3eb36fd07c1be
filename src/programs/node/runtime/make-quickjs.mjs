// Makes quickjs-async.wasm from the pinned npm package: `node src/programs/node/runtime/make-quickjs.mjs` (about 25 s). Four things differ from the
// original: it can be suspended in the middle of a call (Binaryen's asyncify), also in loops of its own that run long (import a.w), it tells the host of each error whose stack it has written
// (import a.v), and of promises that are rejected or handled late (import a.u), which the package exports no setter for. quickjs.json tells what was made of what.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addPolls, parse, print } from '../../support/wasm/add-polls.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../../../..');
const SOURCE = join(root, 'node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm');
const WASM = join(here, 'quickjs-async.wasm');

/** Calls out of WebAssembly during which it may be suspended: host functions, the interrupt handler. */
const IMPORTS = ['a.s', 'a.i', 'a.w'];
/** Where what it may suspend in is imported, and JS_CallInternal, whose loops ask by themselves: names that wasm-dis gives. */
const SUSPENDS = ['$fimport$17', '$fimport$7'];
const INTERPRETER = '$202';
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

/**
 * The variables of the biggest functions go into memory, onto a stack of their own (the exported global `frames` is its top). Asyncify makes hundreds of
 * ways through the interpreter, and V8's optimizing compiler gives each variable a place of its own for each of them: 44 kB of native stack a call.
 * Unwinding pops these frames and rewinding pushes them again in the same order, so they are found where they were.
 */
function moveLocalsToMemory(given) {
  // A memory that can't grow: otherwise its start is read again after each call, which costs as many places as a variable.
  const wat = replaceTimes(
    given,
    1,
    '(memory $mimport$0 256 32768)',
    `(memory $mimport$0 ${PAGES} ${PAGES})`,
  );
  const functions = wat.split('\n (func ');
  functions.forEach((one, at) => {
    if (at > 0 && one.length > BIG) functions[at] = moveLocals(one, `$moved_${at}`);
  });
  const global = '(global $frames (export "frames") (mut i32) (i32.const 0))';
  return functions.join('\n (func ').replace(/\n \(global /, `\n ${global}\n (global `);
}

/** Of 64 kB: the host makes a memory of this size. */
const PAGES = 3072;

/** Characters of text of a function that is big. */
const BIG = 150_000;

function moveLocals(text, movedName) {
  const last = text.lastIndexOf('\n )\n') < 0 ? text.lastIndexOf('\n )') : text.indexOf('\n )\n');
  const end = last < 0 ? text.length : last;
  const [, name, ...items] = parse(`(func ${text.slice(0, end)})`);
  const of = (kind) => items.filter((item) => item[0] === kind);
  const [parameters, results, locals] = [of('param'), of('result'), of('local')];
  const body = items.filter((item) => !['param', 'result', 'local'].includes(item[0]));
  const all = [...parameters, ...locals];
  const places = new Map(all.map(([, local, type], at) => [local, { type, offset: `offset=${at * 8}` }]));
  const size = String(places.size * 8);
  const frame = ['local.get', '$frame'];
  const load = ({ type, offset }) => [`${type}.load`, offset, frame];
  const move = (node) => {
    if (!Array.isArray(node)) return node;
    const [head, local, value] = node;
    const place = places.get(local);
    if (head === 'local.get') return load(place);
    if (head !== 'local.set' && head !== 'local.tee') return node.map(move);
    const store = [`${place.type}.store`, place.offset, frame, move(value)];
    return head === 'local.set' ? store : ['block', ['result', place.type], store, load(place)];
  };
  const moved = [
    'func', movedName, ...parameters, ['param', '$frame', 'i32'], ...results,
    ['memory.fill', frame, ['i32.const', '0'], ['i32.const', size]],
    ...parameters.map(([, local, type]) => [`${type}.store`, places.get(local).offset, frame, ['local.get', local]]),
    ...body.map(move),
  ]; // prettier-ignore
  const call = ['call', movedName, ...parameters.map(([, local]) => ['local.get', local]), frame];
  const result = results[0]?.[1];
  const enter = [
    'func', name, ...parameters, ...results, ['local', '$frame', 'i32'], ...(result ? [['local', '$result', result]] : []),
    ['global.set', '$frames', ['i32.add', ['local.tee', '$frame', ['global.get', '$frames']], ['i32.const', size]]],
    result ? ['local.set', '$result', call] : call,
    ['global.set', '$frames', frame],
    ...(result ? [['local.get', '$result']] : []),
  ]; // prettier-ignore
  return `${print(enter).slice('(func '.length)}\n ${print(moved)}${text.slice(end + '\n )'.length)}`;
}

const folder = mkdtempSync(join(tmpdir(), 'quickjs-'));
const wat = join(folder, 'quickjs.wat');
const hooked = join(folder, 'hooked.wasm');
run('wasm-dis', [SOURCE, ...FEATURES, '-o', wat]);
const hooks = addHooks(readFileSync(wat, 'utf8'));
writeFileSync(wat, addPolls(hooks, { module: 'a', name: 'w', suspends: SUSPENDS, skips: [INTERPRETER] }));
run('wasm-as', [wat, ...FEATURES, '-o', hooked]);
run('wasm-opt', [hooked, '-O2', ...FEATURES, '--asyncify', `--pass-arg=asyncify-imports@${IMPORTS.join(',')}`, '-o', WASM]); // prettier-ignore
run('wasm-dis', [WASM, ...FEATURES, '-o', wat]);
writeFileSync(wat, moveLocalsToMemory(readFileSync(wat, 'utf8')));
run('wasm-as', [wat, ...FEATURES, '-o', WASM]);
rmSync(folder, { recursive: true });
const record = {
  inputs: {
    'emscripten-module.wasm': sha256(readFileSync(SOURCE)),
    'add-polls.mjs': sha256(readFileSync(join(here, '../../support/wasm/add-polls.mjs'))),
    'make-quickjs.mjs': sha256(readFileSync(fileURLToPath(import.meta.url))),
  },
  outputs: { 'quickjs-async.wasm': sha256(readFileSync(WASM)) },
};
writeFileSync(join(here, 'quickjs.json'), `${JSON.stringify(record, null, 2)}\n`);
