import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import { toBytes } from '../../lib/bytes.ts';

/** Descriptors below are left to what a process is started with. */
const FIRST_DESCRIPTOR = 10;

/** Log files that a server's first process opens and its children inherit: each is a descriptor, so that it is closed when they end. */
export class LogFiles {
  readonly #numbers = new Map<string, number>();

  has(path: string): boolean {
    return this.#numbers.has(path);
  }

  /** @throws SysError as open */
  async open(proc: Process, path: string): Promise<void> {
    const file = await proc.open(path, { read: false, append: true, write: true, create: true });
    let number = FIRST_DESCRIPTOR;
    while (proc.fds.has(number)) number++;
    proc.setFd(number, file);
    this.#numbers.set(path, number);
  }

  /** Writes to a log as this process has it; a reader that went away is nothing to the server. */
  async write(proc: Process, path: string, text: string): Promise<void> {
    try {
      await proc.fds.get(this.#numbers.get(path) ?? -1)?.write(toBytes(text));
    } catch (error) {
      if (!isSysError(error)) throw error;
    }
  }

  /** Closes all of them in this process; others keep theirs. */
  close(proc: Process): void {
    for (const number of this.#numbers.values()) if (proc.fds.has(number)) proc.closeFd(number);
  }
}
