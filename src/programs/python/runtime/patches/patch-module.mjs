// Changes MicroPython's module, as text, before it is made suspendable. The names of functions are those that wasm-dis gives those of the pinned
// package; each change says what it expects to find and fails where that is not there.
import { readFileSync } from 'node:fs';

/** Functions of MicroPython that ours call. */
const FUNCTIONS = {
  QSTR_HASH: '40', // qstr_hash(qstr)
  UNARY_OP: '334', // mp_unary_op(op, object)
  NEW0: '10', // m_malloc0(bytes)
  FREE: '13', // m_free(address)
  EQUAL: '415', // mp_obj_equal(a, b)
}; // prettier-ignore
/** Addresses of static data. */
const ADDRESSES = { STR_TYPE: '98804' };

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** @returns the function's text and where it stands */
function findFunction(text, number) {
  const start = text.indexOf(`\n (func $${number} `) + 1;
  const end = text.indexOf('\n )\n', start) + 3;
  if (start === 0 || end < start) throw new Error(`no function ${number}`);
  return { start, end, body: text.slice(start, end) };
}

function editFunction(text, number, edit) {
  const { start, end, body } = findFunction(text, number);
  const edited = edit(body);
  if (edited === body) throw new Error(`function ${number} is as it was`);
  return text.slice(0, start) + edited + text.slice(end);
}

function replaceOnce(text, pattern, to) {
  const found = text.match(new RegExp(pattern, 'g'));
  if (found?.length !== 1) throw new Error(`expected once: ${pattern}`);
  return text.replace(pattern, to);
}

/** Our own functions, with what they need of MicroPython's by its number. */
function ours(name) {
  let text = read(name).replace(/;;.*$/gm, '');
  for (const [word, number] of Object.entries(FUNCTIONS)) text = text.replaceAll(`$${word}`, `$${number}`);
  for (const [word, address] of Object.entries(ADDRESSES)) text = text.replaceAll(word, address);
  return text;
}

export function patchModule(module) {
  let text = module;
  // mp_map_init(map, n): room for the index.
  text = editFunction(text, 393, (body) => replaceOnce(body, /\(i32\.shl\s+\(local\.get \$1\)\s+\(i32\.const 3\)\s+\)/, '(call $omap_bytes (local.get $1))'));
  // mp_map_lookup(map, key, kind): what came after the search of an ordered table was that of a hash table.
  text = editFunction(text, 397, (body) => {
    const at = body.indexOf('(block $block15');
    return `${body.slice(0, at)}
      (br_if $block5 (i32.eqz (local.tee $4 (call $omap_lookup (local.get $0) (local.get $1) (local.get $2) (local.get $5)))))
      (i32.store8 offset=268 (i32.add (i32.const 188108) (i32.and (i32.shr_u (local.get $1) (i32.const 2)) (i32.const 127)))
        (i32.shr_u (i32.sub (local.get $4) (i32.load offset=8 (local.get $0))) (i32.const 3)))
      (return (local.get $4)))
      (return (local.get $4)))
      (i32.const 0))`;
  });
  return text.replace(/\)\s*$/, `${ours('ordered-maps.wat')})\n`);
} // prettier-ignore
