// Makes MicroPython's two files from the pinned npm package: `node src/programs/python/runtime/make-micropython.mjs` (about 15 s).
// micropython-async.wasm can be suspended in the middle of a call (Binaryen's asyncify) and has the changes of patches/; micropython-glue.mjs is the loader, wrapped so that
// each instance has its own variables where the original uses globals, and sees nothing of the page. micropython.json tells what was made of what.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addPolls } from '../../support/wasm/add-polls.mjs';
import { patchModule } from './patches/patch-module.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../../../..');
const source = join(root, 'node_modules/@micropython/micropython-webassembly-pyscript');
const tools = join(root, 'node_modules/.bin');
const WASM = join(here, 'micropython-async.wasm');
const GLUE = join(here, 'micropython-glue.mjs');

/** Calls out of WebAssembly during which it may be suspended. */
const IMPORTS = [
  'call0', 'call1', 'call2', 'calln', 'call0_kwarg', 'call1_kwarg', 'calln_kwarg', 'poll',
]; // prettier-ignore
/** mp_execute_bytecode, as wasm-dis calls it: programs ask in their own loops. */
const INTERPRETER = '$998';
/** The functions of mpz.c. */
const BIG_NUMBERS = /^\$(?:8[6-9]|9\d|1[01]\d|12[01])$/;
/** mp_quicksort of objlist.c: between two turns of its loops the list holds all that it held. */
const SORT = '$597';
const FLAGS = [
  '-O2', '--enable-bulk-memory', '--enable-sign-ext', '--enable-nontrapping-float-to-int', '--enable-mutable-globals', '--enable-reference-types',
  '--enable-multivalue', '--enable-exception-handling', '--asyncify', `--pass-arg=asyncify-imports@${IMPORTS.map((name) => `env.${name}`).join(',')}`,
]; // prettier-ignore

/** What the loader keeps in globals. */
const STATE = [
  'Module', 'proxy_js_ref', 'proxy_js_ref_next', 'proxy_js_ref_map', 'proxy_js_map', 'proxy_js_existing', 'pyProxyFinalizationRegistry',
]; // prettier-ignore

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function replaceOnce(text, from, to) {
  if (text.split(from).length !== 2) throw new Error(`expected once in micropython.mjs: ${from}`);
  return text.replace(from, () => to);
}

function makeGlue(text) {
  let body = text.replaceAll(/\bexport\s+(?=(?:async\s+)?(?:function|const|let|class))/g, '');
  body = body.replace(/export\s*\{[^}]*\};?/g, '').replace(/export default [\w$]+;?/g, '');
  if (/(?:^|[;}\n])export[ {*]/.test(body)) throw new Error('an export is left in micropython.mjs');
  for (const name of STATE) body = body.replaceAll(new RegExp(`globalThis\\.${name}\\b`, 'g'), name);
  // The loader's own variable hides the one that all other functions read.
  body = replaceOnce(body, 'Module=Module,proxy_js_init()', 'setModule(Module),proxy_js_init()');
  // What Python sees of JavaScript (`import js`) is nothing.
  body = replaceOnce(body, 'proxy_js_ref=[globalThis,void 0]', 'proxy_js_ref=[nothing,void 0]');
  body = replaceOnce(body, 'proxy_js_ref_map.set(globalThis,0)', 'proxy_js_ref_map.set(nothing,0)');
  // A call that was suspended reads its arguments twice: reading must not change them.
  body = replaceOnce(
    body,
    'Module.setValue(temp,double_lo,"i32"),Module.setValue(temp+4,double_hi,"i32"),obj=Module.getValue(temp,"double")',
    'obj=toDouble(double_lo,double_hi)',
  );
  // Python reaches what it was given and nothing behind it: no property that an object inherits, such as its constructor.
  body = replaceOnce(body, 'return UTF8ToString(str)in base', 'return own(base,UTF8ToString(str))');
  body = replaceOnce(
    body,
    'let value=base[attr];return void 0!==value||attr in base?(',
    'let value=own(base,attr)?base[attr]:void 0;return own(base,attr)?(',
  );
  body = replaceOnce(
    body,
    'proxy_convert_js_to_mp_obj_jsside(target[index],out)',
    'proxy_convert_js_to_mp_obj_jsside(own(target,index)?target[index]:void 0,out)',
  );
  body = replaceOnce(
    body,
    'proxy_js_ref[jsref][attr]=value}',
    'if(own(proxy_js_ref[jsref],attr))proxy_js_ref[jsref][attr]=value}',
  );
  // Functions that Python gets have no prototype, so nothing leads from them to the JavaScript around; thus no `call` either.
  body = body.replaceAll(/via_call\?f\.call\(([^)]*)\)/g, 'via_call?callMethod(f,$1)');
  // A check of each call through the table costs more than the call.
  body = replaceOnce(
    body,
    ',assert(wasmTable.get(funcPtr)==func,"table mirror is out of date"),func}',
    ',func}',
  );
  // Nothing that Python gets is a class.
  body = replaceOnce(body, 'Reflect.construct(f,as)', 'void 0');
  // The module is compiled by the host; nothing is fetched.
  body = replaceOnce(
    body,
    'let Module={locateFile:',
    'let Module={instantiateWasm:options.instantiateWasm,locateFile:',
  );
  return `// Made by make-micropython.mjs from @micropython/micropython-webassembly-pyscript (MIT). Do not edit.
const SystemDate = Date;

// clock() is the time in milliseconds, fill(bytes) makes a typed array random.
export async function createLoader({ clock, fill }) {
  let ${STATE.join(', ')};
  const process = undefined, document = undefined, window = undefined, fetch = undefined;
  const self = { location: { href: 'drydock:/' } };
  const own = (object, name) => object !== null && object !== undefined && Object.hasOwn(object, name);
  const words = new Int32Array(2), double = new Float64Array(words.buffer);
  const toDouble = (low, high) => { words[0] = low; words[1] = high; return double[0]; };
  const callMethod = (f, self, ...args) => Reflect.apply(f, self, args);
  const nothing = Object.freeze(Object.create(null));
  const setModule = (module) => { Module = module; };
  const crypto = { getRandomValues: fill };
  const globalThis = { WorkerGlobalScope: self, WebAssembly, Int32Array, Float64Array, TextDecoder, crypto };
  class Date extends SystemDate { static now() { return clock(); } }
  const performance = { now: clock };
  class FinalizationRegistry { register() {} unregister() {} }
${body}
  return loadMicroPython;
}
`;
}

/** Loops of big numbers and of sorting, which no invariant of MicroPython's own depends on, end by KeyboardInterrupt; all other ones give way only. */
function withPolls(wat) {
  const suspends = IMPORTS.map((name) => new RegExp(`"env" "${name}" \\(func (\\S+)`).exec(wat)?.[1]);
  const leaves = (name) => BIG_NUMBERS.test(name);
  const after = (name) => (leaves(name) || name === SORT ? '$check_interrupt' : undefined);
  return addPolls(wat, { module: 'env', name: 'poll', suspends, skips: [INTERPRETER], leaves, after });
}

const scratch = mkdtempSync(join(tmpdir(), 'micropython-'));
const text = join(scratch, 'micropython.wat');
execFileSync(join(tools, 'wasm-dis'), ['--all-features', join(source, 'micropython.wasm'), '-o', text]);
// Through binary and back: ours is written by hand, and addPolls reads what wasm-dis writes.
const binary = join(scratch, 'micropython.wasm');
writeFileSync(text, patchModule(readFileSync(text, 'utf8')));
execFileSync(join(tools, 'wasm-as'), [text, '-g', '--all-features', '-o', binary]);
execFileSync(join(tools, 'wasm-dis'), ['--all-features', binary, '-o', text]);
writeFileSync(text, withPolls(readFileSync(text, 'utf8')));
execFileSync(join(tools, 'wasm-opt'), [text, ...FLAGS, '-o', WASM]);
rmSync(scratch, { recursive: true });
writeFileSync(GLUE, makeGlue(readFileSync(join(source, 'micropython.mjs'), 'utf8')));
const record = {
  inputs: {
    'micropython.wasm': sha256(readFileSync(join(source, 'micropython.wasm'))),
    'micropython.mjs': sha256(readFileSync(join(source, 'micropython.mjs'))),
    'add-polls.mjs': sha256(readFileSync(join(here, '../../support/wasm/add-polls.mjs'))),
    'make-micropython.mjs': sha256(readFileSync(fileURLToPath(import.meta.url))),
    ...Object.fromEntries(
      readdirSync(join(here, 'patches')).map((name) => [
        `patches/${name}`,
        sha256(readFileSync(join(here, 'patches', name))),
      ]),
    ),
  },
  outputs: {
    'micropython-async.wasm': sha256(readFileSync(WASM)),
    'micropython-glue.mjs': sha256(readFileSync(GLUE)),
  },
};
writeFileSync(join(here, 'micropython.json'), `${JSON.stringify(record, null, 2)}\n`);
