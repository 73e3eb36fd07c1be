import type { AsyncifyExports } from '../../support/wasm/suspension.ts';

/** An address in the instance's memory: of a JSValue, a text, a runtime, a context. 0 is none. */
export type Address = number;

/** What quickjs-emscripten's C side exports: the parts that are used here. */
export interface QuickJsExports extends AsyncifyExports {
  /** Top of the stack of variables that make-quickjs.mjs moved into memory. */
  readonly frames: { value: number };
  /** Turns of loops until the import `poll` is called (add-polls.mjs). */
  readonly fuel: { value: number };
  throwValue(context: Address, error: Address): Address;
  newError(context: Address): Address;
  setMemoryLimit(runtime: Address, bytes: number): void;
  setMaxStackSize(runtime: Address, bytes: number): void;
  newRuntime(): Address;
  newContext(runtime: Address, intrinsics: number): Address;
  freeValue(context: Address, value: Address): void;
  freeText(context: Address, text: Address): void;
  duplicate(context: Address, value: Address): Address;
  newArrayBuffer(context: Address, bytes: Address, length: number): Address;
  newNumber(context: Address, value: number): Address;
  toNumber(context: Address, value: Address): number;
  newText(context: Address, text: Address): Address;
  toText(context: Address, value: Address): Address;
  bufferBytes(context: Address, value: Address): Address;
  bufferLength(context: Address, value: Address): number;
  isJobPending(runtime: Address): number;
  runJobs(runtime: Address, most: number, lastContext: Address): Address;
  getProperty(context: Address, object: Address, name: Address): Address;
  setProperty(context: Address, object: Address, name: Address, value: Address): void;
  call(context: Address, callee: Address, self: Address, count: number, values: Address): Address;
  takeException(context: Address, result: Address): Address;
  evaluate(
    context: Address,
    source: Address,
    length: number,
    name: Address,
    detectModule: number,
    flags: number,
  ): Address;
  globalObject(context: Address): Address;
  newFunction(
    context: Address,
    name: Address,
    parameters: number,
    isConstructor: number,
    id: number,
  ): Address;
  /** -1 no promise, 0 pending, 1 fulfilled, 2 rejected */
  promiseState(context: Address, value: Address): number;
  promiseResult(context: Address, value: Address): Address;
  enableInterrupts(runtime: Address): void;
  enableModuleLoader(runtime: Address, normalizes: number): void;
}

/** Emscripten's short names of them, as the package's loader maps them. */
const NAMES: Readonly<Record<Exclude<keyof QuickJsExports, 'memory' | 'frames' | 'fuel' | `asyncify_${string}`>, string>> = {
  malloc: 'v', throwValue: 'w', newError: 'x', setMemoryLimit: 'y', setMaxStackSize: 'D', newRuntime: 'K', free: 'M', newContext: 'N',
  freeValue: 'P', freeText: 'S', duplicate: 'T', newArrayBuffer: 'X', newNumber: 'Y', toNumber: 'Z', newText: '_', toText: '$', bufferBytes: 'aa',
  bufferLength: 'ba', isJobPending: 'fa', runJobs: 'ga', getProperty: 'ha', setProperty: 'ja', call: 'ma', takeException: 'na',
  evaluate: 'pa', globalObject: 'ua', newFunction: 'Da', promiseState: 'wa', promiseResult: 'xa', enableInterrupts: 'Fa', enableModuleLoader: 'Ha',
}; // prettier-ignore

/** The exports by names that say what they do. */
export function nameExports(
  instance: WebAssembly.Instance,
  memory: QuickJsExports['memory'],
): QuickJsExports {
  const named: Record<string, unknown> = { ...instance.exports, memory };
  for (const [name, short] of Object.entries(NAMES)) named[name] = instance.exports[short];
  return named as unknown as QuickJsExports;
}
