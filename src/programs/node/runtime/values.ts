import { toBytes } from '../../../lib/bytes.ts';
import type { Address, QuickJsExports } from './quickjs-exports.ts';

/** What crosses between a program and the machine: nothing that leads from one to the other. `undefined` crosses as null. */
export type Value = string | number | null | Uint8Array;

/** Tags of a JSValue: the upper 32 bits. @see quickjs.h, JS_NAN_BOXING */
const INT = 0;
const NULL = 2;
const BOOL = 1;
const UNDEFINED = 3;
const STRING = -7;
const ROPE = -6;
const OBJECT = -1;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads and makes a context's values. */
export class Values {
  readonly #wasm: QuickJsExports;
  readonly #context: Address;

  constructor(wasm: QuickJsExports, context: Address) {
    this.#wasm = wasm;
    this.#context = context;
  }

  /** A copy of `bytes` that C code owns, with a zero behind it. */
  store(bytes: Uint8Array): Address {
    const at = this.#wasm.malloc(bytes.length + 1);
    const memory = new Uint8Array(this.#wasm.memory.buffer);
    memory.set(bytes, at);
    memory[at + bytes.length] = 0;
    return at;
  }

  /** A C string. Texts with zeros in them are cut there: they have to travel as bytes. */
  read(text: Address): string {
    const memory = new Uint8Array(this.#wasm.memory.buffer);
    return decoder.decode(memory.subarray(text, memory.indexOf(0, text)));
  }

  /** The value that is at this address. Bytes are a copy. */
  get(at: Address): Value {
    const view = new DataView(this.#wasm.memory.buffer);
    const low = view.getInt32(at, true);
    switch (view.getInt32(at + 4, true)) {
      case INT:
      case BOOL:
        return low;
      case NULL:
      case UNDEFINED:
        return null;
      case STRING:
      case ROPE:
        return this.#text(at);
      case OBJECT:
        return this.#bytes(at);
      default:
        return this.#wasm.toNumber(this.#context, at);
    }
  }

  #text(at: Address): string {
    const text = this.#wasm.toText(this.#context, at);
    const read = this.read(text);
    this.#wasm.freeText(this.#context, text);
    return read;
  }

  /** Of an ArrayBuffer; other objects can't cross. */
  #bytes(at: Address): Uint8Array | null {
    const bytes = this.#wasm.bufferBytes(this.#context, at);
    if (bytes === 0) return null;
    const length = this.#wasm.bufferLength(this.#context, at);
    return new Uint8Array(this.#wasm.memory.buffer).slice(bytes, bytes + length);
  }

  /** A new value; whoever gets it frees it. */
  make(value: Value): Address {
    if (typeof value === 'string') {
      const text = this.store(toBytes(value));
      const made = this.#wasm.newText(this.#context, text);
      this.#wasm.free(text);
      return made;
    }
    if (value instanceof Uint8Array)
      return this.#wasm.newArrayBuffer(this.#context, this.store(value), value.length);
    if (value !== null) return this.#wasm.newNumber(this.#context, value);
    const at = this.#wasm.malloc(8);
    new DataView(this.#wasm.memory.buffer).setBigInt64(at, BigInt(NULL) << 32n, true);
    return at;
  }
}
