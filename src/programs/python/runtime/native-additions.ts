import { toBytes } from '../../../lib/bytes.ts';
import { WORDS } from './words.ts';

/** What the changes of patches/ export. Addresses are those of Python objects, as `id` gives them. */
export interface Additions {
  readonly memory: { readonly buffer: ArrayBuffer };
  malloc(bytes: number): number;
  drydock_hooks(extras: number, attributes: number, getitem: number, iter: number, len: number): void;
  drydock_words(pairs: number, count: number): void;
  drydock_errors(recursion: number, unbound: number): void;
  drydock_fallbacks(lower: number, upper: number, isalpha: number, decode: number): void;
  drydock_strings(table: number): void;
  drydock_dict_set(dict: number, key: number, value: number): void;
}

/** Static data of the pinned module lies here. */
const DATA = { from: 65536, to: 188108 };
/** Types of MicroPython: address and size of what describes them. */
const RUNTIME_ERROR = 95340;
const NAME_ERROR = 95268;
const TYPE_BYTES = 36;
/** Functions of MicroPython's own, by how many arguments they take. */
const FUNCTION_TYPES = [95740, 95764, 95788, 95812, 95836];
const [NAME_AT, PARENT_AT, SLOTS_AT] = [6, 18, 16];
const LOCALS_AT = 19;

/** Where each text of MicroPython stands. */
function findTexts(memory: Uint8Array): readonly number[] {
  const data = latin1(memory.subarray(DATA.from, DATA.to));
  return WORDS.map(([text]) => {
    const at = data.indexOf(`${text}\0`);
    if (at < 0) throw new Error(`MicroPython does not say: ${text}`);
    return DATA.from + at;
  });
}

/** Of MicroPython's state: the pool of interned strings that was made last. A pool has the one before it, how many strings those have, its own size and length, and its hashes. */
const LAST_POOL = 188108 + 48;
const STRING_HASHES = 65536;

/** From now on the instance finds interned strings by their hash. @see patches/strings.wat */
export function indexStrings(wasm: Additions): void {
  const table = wasm.malloc(2 * STRING_HASHES);
  const view = new DataView(wasm.memory.buffer);
  new Uint8Array(wasm.memory.buffer, table, 2 * STRING_HASHES).fill(0);
  for (let pool = view.getUint32(LAST_POOL, true); pool !== 0; pool = view.getUint32(pool, true)) {
    const before = view.getUint32(pool + 4, true) & 0x7fffffff;
    const length = view.getUint32(pool + 12, true);
    const hashes = view.getUint32(pool + 16, true);
    for (let index = 0; index < length; index++) {
      const entry = table + 2 * view.getUint16(hashes + 2 * index, true);
      if (before + index > 0 && view.getUint16(entry, true) === 0)
        view.setUint16(entry, before + index, true);
    }
  }
  wasm.drydock_strings(table);
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

/** From now on the instance says what CPython says. */
export function installWords(wasm: Additions): void {
  const addresses = findTexts(new Uint8Array(wasm.memory.buffer));
  const texts = WORDS.map(([, text]) => toBytes(`${text}\0`));
  const size = texts.reduce((sum, text) => sum + text.length, 8 * texts.length);
  const start = wasm.malloc(size);
  const memory = new Uint8Array(wasm.memory.buffer);
  let at = start + 8 * texts.length;
  const pairs = texts.map((text, index): [number, number] => {
    memory.set(text, at);
    at += text.length;
    return [addresses[index] ?? 0, at - text.length];
  });
  pairs.sort(([a], [b]) => a - b);
  new Uint32Array(wasm.memory.buffer, start, 2 * pairs.length).set(pairs.flat());
  wasm.drydock_words(start, pairs.length);
}

/**
 * Connects what the prelude adds to types. `made` is a dict that gets the errors which CPython has as types of their own: their names are given as
 * interned strings.
 */
export function installHooks(
  wasm: Additions,
  [
    extras = 0,
    attributes = 0,
    made = 0,
    recursionName = 0,
    unboundName = 0,
    functionName = 0,
    ...hooks
  ]: readonly number[],
): void {
  const [getitem = 0, iter = 0, len = 0] = hooks.map((name) => name >>> 3);
  wasm.drydock_hooks(extras, attributes, getitem, iter, len);
  const view = new DataView(wasm.memory.buffer);
  for (const type of FUNCTION_TYPES) view.setUint16(type + NAME_AT, functionName >>> 3, true);
  const recursion = deriveType(wasm, RUNTIME_ERROR, recursionName);
  const unbound = deriveType(wasm, NAME_ERROR, unboundName);
  wasm.drydock_dict_set(made, recursionName, recursion);
  wasm.drydock_dict_set(made, unboundName, unbound);
  wasm.drydock_errors(recursion, unbound);
}

/** A type of MicroPython's kind, with its parent's behaviour. */
function deriveType(wasm: Additions, parent: number, name: number): number {
  const address = wasm.malloc(TYPE_BYTES);
  const memory = new Uint8Array(wasm.memory.buffer);
  memory.copyWithin(address, parent, parent + TYPE_BYTES);
  const view = new DataView(wasm.memory.buffer);
  view.setUint16(address + NAME_AT, name >>> 3, true);
  const slot = view.getUint8(address + PARENT_AT);
  view.setUint32(address + SLOTS_AT + 4 * slot, parent, true);
  return address;
}

/** Puts another function in place of a method of one of MicroPython's types. */
export function replaceMethod(wasm: Additions, type: number, name: number, method: number): void {
  const view = new DataView(wasm.memory.buffer);
  const slot = view.getUint8(type + LOCALS_AT);
  if (slot === 0) throw new Error('a type without methods');
  wasm.drydock_dict_set(view.getUint32(type + SLOTS_AT + 4 * slot, true), name, method);
}
