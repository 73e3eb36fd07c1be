import type { Process } from '../../../kernel/process.ts';
import { Suspension } from '../../support/wasm/suspension.ts';
import { createImports } from './imports.ts';
import { PAGES, STACK, PUT_ASIDE, VARIABLES, HEAP_END, STEP, TICK_MICROS, FUEL, FUEL_MICROS, PATIENCE, NO_WAIT } from './limits.ts'; // prettier-ignore
import { asCarried, Overrun, ProgramError, type ErrorWords } from './program-error.ts';
import { nameExports, type Address, type QuickJsExports } from './quickjs-exports.ts';
import { Values, type Value } from './values.ts';

/** A call out of a program: waits where it gives a promise. Errors are thrown as SysError. */
export type HostCall = (...args: readonly Value[]) => Value | undefined | Promise<Value | undefined>;

/** What a context asks of whoever made it. */
export interface Hooks {
  readonly calls: Readonly<Record<string, HostCall>>;
  /** Source of a module, by the name that `resolve` gave. */
  load(name: string): string;
  /** A module's name as `importer` writes it → its own. @throws SysError, or an Error whose name and message the program gets */
  resolve(importer: string, name: string): string;
  /** An error was made: its words and its stack may be changed. */
  reword(error: ErrorWords): ErrorWords;
}

/** One QuickJS, for one process. */
export class QuickJsVm {
  readonly #proc: Process;
  readonly #wasm: QuickJsExports;
  readonly #runtime: Address;
  readonly #context: Address;
  readonly #values: Values;
  readonly #suspension: Suspension;
  readonly #calls: HostCall[] = [];
  readonly #hooks: Hooks;
  readonly #dispatchers = new Map<string, Address>();
  readonly #unresolved = new Map<string, unknown>();
  /** Calls from the host into the program that must not be suspended, and how often they were interrupted. */
  #nested = 0;
  #patience = 0;
  /** How far the heap is paid for. */
  #charged = 0;

  private constructor(proc: Process, hooks: Hooks, wasm: QuickJsExports) {
    this.#proc = proc;
    this.#hooks = hooks;
    this.#wasm = wasm;
    this.#suspension = new Suspension(wasm, PUT_ASIDE);
    wasm.fuel.value = FUEL;
    wasm.frames.value = wasm.malloc(VARIABLES);
    this.#runtime = wasm.newRuntime();
    this.#charged = this.#heapEnd();
    this.#context = wasm.newContext(this.#runtime, 0);
    this.#values = new Values(wasm, this.#context);
    wasm.setMaxStackSize(this.#runtime, STACK);
    wasm.enableInterrupts(this.#runtime);
    wasm.enableModuleLoader(this.#runtime, 1);
    // Makes the runtime call the rejection hook that make-quickjs.mjs put in: host_promise_rejection_tracker is not null.
    new DataView(wasm.memory.buffer).setInt32(this.#runtime + 160, 1, true);
  }

  /** An instance with nothing in it but the language and `globalThis.__host`, an object of the calls. */
  static async create(proc: Process, hooks: Hooks): Promise<QuickJsVm> {
    const module = await proc.compile('quickjs');
    const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES });
    const made: { vm?: QuickJsVm } = {};
    const late = (): QuickJsVm => made.vm as QuickJsVm;
    const imports = createImports(proc, memory, {
      call: (context, argc, argv, id) => late().#callHost(context, argc, argv, id),
      interrupt: () => late().#interrupt(),
      poll: () => late().#poll(),
      load: (name) => late().#load(name),
      resolve: (importer, name) => late().#resolve(importer, name),
      rejected: (promise, reason, handled) => late().#rejected(promise, reason, handled),
      errorMade: (error) => late().#errorMade(error),
    });
    const instance = new WebAssembly.Instance(module, imports);
    (instance.exports.u as () => void)();
    made.vm = new QuickJsVm(proc, hooks, nameExports(instance, memory));
    made.vm.#installCalls();
    return made.vm;
  }

  /** Evaluates a script; what it is waiting for is waited for. An error of the program's is thrown as ProgramError. */
  async evaluate(source: string, name: string): Promise<void> {
    const bytes = new TextEncoder().encode(source);
    const code = this.#values.store(bytes);
    const file = this.#values.store(new TextEncoder().encode(name));
    let result = 0;
    await this.#suspension.run(() => {
      result = this.#wasm.evaluate(this.#context, code, bytes.length, file, 0, 0);
    });
    this.#wasm.free(code);
    this.#wasm.free(file);
    this.#finish(result);
  }

  /** Keeps functions of the global object for `call`, where the program then finds them no more. */
  async take(names: readonly string[]): Promise<void> {
    for (const name of names) this.#global(name);
    await this.evaluate(names.map((name) => `delete globalThis.${name};`).join(''), 'node:internal/boot');
  }

  /** Calls a function of the program's global object; whatever it waits for is waited for. */
  async call(name: string, ...args: readonly Value[]): Promise<Value> {
    const callee = this.#global(name);
    const made = args.map((value) => this.#values.make(value));
    const list = this.#list(made);
    let result = 0;
    await this.#suspension.run(() => {
      result = this.#wasm.call(this.#context, callee, callee, made.length, list);
    });
    this.#release(made, list);
    return this.#finish(result);
  }

  /** As `call`, for a function that has to answer at once. */
  callNow(name: string, ...args: readonly Value[]): Value {
    const callee = this.#global(name);
    const made = args.map((value) => this.#values.make(value));
    const list = this.#list(made);
    const result = this.#withoutWaiting(() => this.#wasm.call(this.#context, callee, callee, made.length, list));
    this.#release(made, list);
    return this.#finish(result);
  } // prettier-ignore

  /** Runs promise reactions until there are none. */
  async drain(): Promise<void> {
    const context = this.#wasm.malloc(4);
    while (this.#wasm.isJobPending(this.#runtime)) {
      let result = 0;
      await this.#suspension.run(() => {
        result = this.#wasm.runJobs(this.#runtime, 1000, context);
      });
      this.#finish(result);
    }
    this.#wasm.free(context);
  }

  #heapEnd(): number {
    return new DataView(this.#wasm.memory.buffer).getInt32(HEAP_END, true);
  }

  /** A heap that has grown is the process's memory. */
  #chargeHeap(): void {
    const grown = this.#heapEnd() - this.#charged;
    if (grown < STEP) return;
    this.#charged += grown;
    this.#proc.allocate(grown);
  }

  #global(name: string): Address {
    let callee = this.#dispatchers.get(name);
    if (callee === undefined) {
      const object = this.#wasm.globalObject(this.#context);
      const key = this.#values.make(name);
      callee = this.#wasm.getProperty(this.#context, object, key);
      this.#wasm.freeValue(this.#context, key);
      this.#wasm.freeValue(this.#context, object);
      this.#dispatchers.set(name, callee);
    }
    return callee;
  }

  #list(values: readonly Address[]): Address {
    const list = this.#wasm.malloc(values.length * 4 + 4);
    const view = new DataView(this.#wasm.memory.buffer);
    values.forEach((value, index) => view.setInt32(list + index * 4, value, true));
    return list;
  }

  #release(values: readonly Address[], list: Address): void {
    for (const value of values) this.#wasm.freeValue(this.#context, value);
    this.#wasm.free(list);
  }

  #finish(result: Address): Value {
    this.#chargeHeap();
    const error = this.#wasm.takeException(this.#context, result);
    if (error !== 0) throw new Error(`the runtime's own code failed: ${this.#describe(error)}`);
    if (result === 0) return null;
    const value = this.#values.get(result);
    this.#wasm.freeValue(this.#context, result);
    return value;
  }

  #describe(error: Address): string {
    return `${this.#textProperty(error, 'message')}\n${this.#textProperty(error, 'stack')}`;
  }

  #textProperty(object: Address, name: string): string {
    const key = this.#values.make(name);
    const property = this.#wasm.getProperty(this.#context, object, key);
    const value = this.#values.get(property);
    this.#wasm.freeValue(this.#context, key);
    this.#wasm.freeValue(this.#context, property);
    return typeof value === 'string' ? value : '';
  }

  #setTextProperty(object: Address, name: string, text: string): void {
    const key = this.#values.make(name);
    const value = this.#values.make(text);
    this.#wasm.setProperty(this.#context, object, key, value);
    this.#wasm.freeValue(this.#context, key);
    this.#wasm.freeValue(this.#context, value);
  }

  /** A function for each call, plus `compile(source, name)`: the value of an expression that is evaluated under a name of its own. */
  #installCalls(): void {
    const object = this.#wasm.globalObject(this.#context);
    const names = ['compile', 'promise', ...Object.keys(this.#hooks.calls)];
    names.forEach((name, id) => {
      const call = this.#hooks.calls[name];
      if (call) this.#calls[id] = call;
      const text = this.#values.store(new TextEncoder().encode(name));
      const made = this.#wasm.newFunction(this.#context, text, 0, 0, id);
      const key = this.#values.make(`__host_${name}`);
      this.#wasm.setProperty(this.#context, object, key, made);
      for (const value of [key, made]) this.#wasm.freeValue(this.#context, value);
      this.#wasm.free(text);
    });
    this.#wasm.freeValue(this.#context, object);
  }

  #callHost(context: Address, argc: number, argv: Address, id: number): Address {
    this.#wasm.fuel.value = FUEL;
    if (this.#suspension.isRewinding)
      return this.#answer(
        context,
        this.#suspension.wait(() => Promise.resolve()),
      );
    if (id === 0) return this.#compile(argv);
    if (id === 1) return this.#promise(argv);
    const args = Array.from({ length: argc }, (_, index) => this.#values.get(argv + index * 8));
    try {
      const result = this.#calls[id]?.(...args);
      if (!(result instanceof Promise)) return this.#answer(context, result);
      if (this.#nested > 0) {
        result.catch(() => undefined);
        return this.#answer(context, new ProgramError('ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', NO_WAIT));
      }
      this.#suspension.wait(() => result.catch(asCarried));
      return 0;
    } catch (error) {
      return this.#answer(context, asCarried(error));
    }
  }

  #answer(context: Address, result: unknown): Address {
    if (!(result instanceof ProgramError))
      return result === undefined ? 0 : this.#values.make(result as Value);
    return this.#throw(context, result);
  }

  #throw(context: Address, { code, message }: ProgramError): Address {
    const error = this.#wasm.newError(context);
    this.#setTextProperty(error, 'message', message);
    this.#setTextProperty(error, 'code', code);
    if (code.startsWith('ERR_'))
      this.#setTextProperty(
        error,
        'stack',
        `Error [${code}]: ${message}\n    at resolve (node:internal/modules/esm/resolve)`,
      );
    const thrown = this.#wasm.throwValue(context, error);
    this.#wasm.freeValue(context, error);
    return thrown;
  }

  #compile(argv: Address): Address {
    const text = this.#wasm.toText(this.#context, argv);
    const name = this.#wasm.toText(this.#context, argv + 8);
    const length = new Uint8Array(this.#wasm.memory.buffer).indexOf(0, text) - text;
    const result = this.#withoutWaiting(() => this.#wasm.evaluate(this.#context, text, length, name, 0, 0));
    this.#wasm.freeText(this.#context, text);
    this.#wasm.freeText(this.#context, name);
    const error = this.#wasm.takeException(this.#context, result);
    if (error === 0) return result;
    const thrown = this.#wasm.throwValue(this.#context, error);
    this.#wasm.freeValue(this.#context, error);
    return thrown;
  }

  /** A promise's state, and its result as `value` of the second argument. */
  #promise(argv: Address): Address {
    const state = this.#wasm.promiseState(this.#context, argv);
    if (state > 0) {
      const result = this.#wasm.promiseResult(this.#context, argv);
      const key = this.#values.make('value');
      this.#wasm.setProperty(this.#context, argv + 8, key, result);
      this.#wasm.freeValue(this.#context, key);
      this.#wasm.freeValue(this.#context, result);
    }
    return this.#values.make(state);
  }

  #withoutWaiting<T>(body: () => T): T {
    this.#nested++;
    try {
      return body();
    } finally {
      if (--this.#nested === 0) this.#patience = 0;
    }
  }

  #interrupt(): number {
    this.#wasm.fuel.value = FUEL;
    if (this.#nested > 0) return ++this.#patience > PATIENCE ? 1 : 0;
    this.#giveWay(TICK_MICROS);
    return 0;
  }

  /** A loop of QuickJS's own has run long: `[].includes` of a long list, a pattern that goes astray. */
  #poll(): void {
    this.#wasm.fuel.value = FUEL;
    if (this.#nested === 0) this.#giveWay(FUEL_MICROS);
    else if (++this.#patience > PATIENCE) throw new Overrun();
  }

  #giveWay(micros: number): void {
    if (this.#suspension.isRewinding) {
      this.#suspension.wait(() => Promise.resolve());
      return;
    }
    this.#chargeHeap();
    const turn = this.#proc.tick(micros);
    if (turn) this.#suspension.wait(() => turn);
  }

  #load(name: Address): Address {
    try {
      const wanted = this.#values.read(name);
      const failure = this.#unresolved.get(wanted);
      if (failure !== undefined) throw failure;
      return this.#values.store(new TextEncoder().encode(this.#hooks.load(wanted)));
    } catch (error) {
      return this.#fail(error);
    }
  }

  /** The C side can't fail here: a name that can't be resolved becomes one whose loading fails. */
  #resolve(importer: Address, name: Address): Address {
    let resolved: string;
    try {
      resolved = this.#hooks.resolve(this.#values.read(importer), this.#values.read(name));
    } catch (error) {
      resolved = `unresolved:${this.#unresolved.size}`;
      this.#unresolved.set(resolved, error);
    }
    return this.#values.store(new TextEncoder().encode(resolved));
  }

  #fail(error: unknown): Address {
    this.#wasm.freeValue(this.#context, this.#throw(this.#context, asCarried(error)));
    return 0;
  }

  /** Tells the program's own `__rejected(promise, reason, handled)`. */
  #rejected(promise: bigint, reason: bigint, handled: number): void {
    const list = this.#wasm.malloc(12);
    const cells = [this.#cell(promise), this.#cell(reason), this.#values.make(handled)];
    const view = new DataView(this.#wasm.memory.buffer);
    cells.forEach((cell, index) => view.setInt32(list + index * 4, cell, true));
    const callee = this.#global('__rejected');
    const result = this.#withoutWaiting(() => this.#wasm.call(this.#context, callee, callee, 3, list));
    this.#wasm.freeValue(this.#context, result);
    for (const cell of cells) this.#wasm.free(cell);
    this.#wasm.free(list);
  }

  /** A borrowed value at an address of its own. */
  #cell(value: bigint): Address {
    const cell = this.#wasm.malloc(8);
    new DataView(this.#wasm.memory.buffer).setBigInt64(cell, value, true);
    return cell;
  }

  #errorMade(error: bigint): void {
    // It may be that the heap is full: whose limit is lower, the program's or its group's, shows here.
    this.#chargeHeap();
    const cell = this.#cell(error);
    const before = this.#withoutWaiting(() => ({
      name: this.#textProperty(cell, 'name'),
      message: this.#textProperty(cell, 'message'),
      stack: this.#textProperty(cell, 'stack'),
    }));
    const after = this.#hooks.reword(before);
    this.#withoutWaiting(() => {
      if (after.message !== before.message) this.#setTextProperty(cell, 'message', after.message);
      this.#setTextProperty(cell, 'stack', after.stack);
    });
    this.#wasm.free(cell);
  }
}
