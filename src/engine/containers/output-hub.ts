import type { Scheduler, WaitQueue } from '../../kernel/scheduler.ts';

export interface OutputChunk {
  readonly stream: 'stdout' | 'stderr';
  readonly data: Uint8Array;
}

/** Bytes a listener may be behind before the process has to wait. */
const LIMIT_BYTES = 64 * 1024;

/** Hands a process's output to every attached client. */
export class OutputHub {
  #listeners: Set<OutputListener> | undefined;
  readonly #scheduler: Scheduler;
  #ended = false;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  listen(): OutputListener {
    const listener = new OutputListener(this.#scheduler.createWaitQueue(), () =>
      this.#listeners?.delete(listener),
    );
    if (this.#ended) listener.end();
    else (this.#listeners ??= new Set()).add(listener);
    return listener;
  }

  /** Waits while a listener is far behind. */
  async push(chunk: OutputChunk): Promise<void> {
    for (const listener of this.#listeners ?? []) listener.push(chunk);
    for (const listener of this.#listeners ?? []) await listener.room();
  }

  end(): void {
    this.#ended = true;
    for (const listener of this.#listeners ?? []) listener.end();
    this.#listeners = undefined;
  }
}

export class OutputListener {
  readonly #changed: WaitQueue;
  readonly #closed: () => void;
  readonly #chunks: OutputChunk[] = [];
  #bytes = 0;
  #ended = false;

  constructor(changed: WaitQueue, closed: () => void) {
    this.#changed = changed;
    this.#closed = closed;
  }

  push(chunk: OutputChunk): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.data.length;
    this.#changed.wakeAll();
  }

  async room(): Promise<void> {
    while (this.#bytes > LIMIT_BYTES && !this.#ended) await this.#changed.wait();
  }

  /** The next output, or null at the end. */
  async read(): Promise<OutputChunk | null> {
    while (this.#chunks.length === 0 && !this.#ended) await this.#changed.wait();
    const chunk = this.#chunks.shift();
    if (!chunk) return null;
    this.#bytes -= chunk.data.length;
    this.#changed.wakeAll();
    return chunk;
  }

  end(): void {
    this.#ended = true;
    this.#changed.wakeAll();
  }

  close(): void {
    this.#chunks.splice(0);
    this.#bytes = 0;
    this.end();
    this.#closed();
  }
}
