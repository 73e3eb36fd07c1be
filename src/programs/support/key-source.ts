import { isSysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import { TextStream } from '../../lib/bytes.ts';

/** Keys of a raw terminal one by one: a character, or a whole escape sequence. */
export class KeySource {
  readonly #file: OpenFile;
  readonly #stream = new TextStream();
  #ready: string[] = [];

  constructor(file: OpenFile) {
    this.#file = file;
  }

  /** The next key; undefined when the terminal is gone, '' when a signal interrupted. */
  async next(): Promise<string | undefined> {
    while (this.#ready.length === 0) {
      try {
        const bytes = await this.#file.read(4096);
        if (!bytes) return undefined;
        this.#ready = this.#stream.decode(bytes).match(/\x1b\[[0-9;]*[A-Za-z~]|\x1bO[A-Za-z]|[^]/gu) ?? [];
      } catch (error) {
        if (isSysError(error, 'EINTR')) return '';
        if (isSysError(error)) return undefined;
        throw error;
      }
    }
    return this.#ready.shift();
  }
}
