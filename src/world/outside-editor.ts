import type { FromWorld } from './protocol.ts';

/** Files that programs in a terminal wait for: the page shows each in its editor and says when it is closed. */
export class OutsideEditor {
  readonly #post: (message: FromWorld) => void;
  readonly #waiting = new Map<number, () => void>();
  #opened = 0;

  constructor(post: (message: FromWorld) => void) {
    this.#post = post;
  }

  /** Resolves when the page has closed the file. */
  open(path: string): Promise<void> {
    const id = (this.#opened += 1);
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#post({ kind: 'editor.open', id, path });
    });
  }

  /** Nobody waits any more: the programs are gone with their world. */
  abandon(): void {
    this.#waiting.clear();
  }

  closed(id: number): void {
    this.#waiting.get(id)?.();
    this.#waiting.delete(id);
  }
}
