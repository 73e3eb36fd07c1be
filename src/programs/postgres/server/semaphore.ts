import type { OpenFile } from '../../../kernel/files/open-file.ts';
import type { Process } from '../../../kernel/process.ts';

/** One thread of a process at a time; who came first goes first. A pipe holds the one token. */
export class Semaphore {
  readonly #reader: OpenFile;
  readonly #writer: OpenFile;
  #free = true;

  constructor(proc: Process) {
    const { reader, writer } = proc.pipe();
    reader.retain();
    writer.retain();
    this.#reader = reader;
    this.#writer = writer;
    void writer.write(new Uint8Array(1));
  }

  /** True when `acquire` would not wait. */
  get free(): boolean {
    return this.#free;
  }

  async acquire(): Promise<void> {
    await this.#reader.read(1);
    this.#free = false;
  }

  release(): void {
    this.#free = true;
    void this.#writer.write(new Uint8Array(1));
  }
}
