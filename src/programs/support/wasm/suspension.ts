/** What an asyncified WebAssembly instance exports. */
export interface AsyncifyExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  malloc(bytes: number): number;
  free(address: number): void;
  asyncify_start_unwind(buffer: number): void;
  asyncify_stop_unwind(): void;
  asyncify_start_rewind(buffer: number): void;
  asyncify_stop_rewind(): void;
}

/** Room for the frames of a suspended call, in bytes. */
const BUFFER = 1024 * 1024;

/**
 * Lets WebAssembly wait: a function that it calls hands over a promise, the stack is unwound and put aside, and wound up again when the promise
 * is settled. One call at a time can be suspended. @see Binaryen, Asyncify
 */
export class Suspension {
  readonly #wasm: AsyncifyExports;
  /** Where the frames are put aside. */
  readonly address: number;
  readonly #size: number;
  #state: 'running' | 'unwinding' | 'rewinding' = 'running';
  #pending: Promise<unknown> | undefined;
  #result: unknown;

  /** `address`: of room that an earlier one asked for. */
  constructor(wasm: AsyncifyExports, size = BUFFER, address = wasm.malloc(size + 8)) {
    this.#wasm = wasm;
    this.#size = size;
    this.address = address;
  }

  /**
   * For a function that WebAssembly called: the promise's value, on the second time around. Whatever is returned the first time is dropped.
   * @throws nothing: a promise that rejects ends the suspended call (see `run`)
   */
  wait(start: () => Promise<unknown>): unknown {
    if (this.#state === 'rewinding') {
      this.#wasm.asyncify_stop_rewind();
      this.#state = 'running';
      return this.#result;
    }
    this.#pending = start();
    this.#state = 'unwinding';
    const view = new DataView(this.#wasm.memory.buffer);
    view.setInt32(this.address, this.address + 8, true);
    view.setInt32(this.address + 4, this.address + 8 + this.#size, true);
    this.#wasm.asyncify_start_unwind(this.address);
    return null;
  }

  /** True while the stack is wound up again: `wait` is about to return. */
  get isRewinding(): boolean {
    return this.#state === 'rewinding';
  }

  /** Makes the call and goes on with it whenever what it waits for is there. Rejects with what that rejected with. */
  async run(call: () => void): Promise<void> {
    call();
    while (this.#state === 'unwinding') {
      this.#wasm.asyncify_stop_unwind();
      this.#state = 'running';
      this.#result = await this.#pending;
      this.#state = 'rewinding';
      this.#wasm.asyncify_start_rewind(this.address);
      call();
    }
  }
}
