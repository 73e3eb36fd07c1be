import { concatBytes } from '../lib/bytes.ts';

/** Bytes that may be under way to the page: it draws them within a frame, and what Ctrl-C leaves to draw is no more. */
const WINDOW_BYTES = 32 * 1024;
/** Output that follows other output is collected for so long. */
const COLLECT_MS = 6;

export interface TerminalOutputOptions {
  readonly post: (data: Uint8Array) => void;
  /** The host's timer. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

/** One terminal's output on its way to the page: at once after a pause, else in few messages, and never too much. */
export class TerminalOutput {
  readonly #options: TerminalOutputOptions;
  #collected: Uint8Array[] = [];
  #isCollecting = false;
  #underWay = 0;
  #goOn: (() => void) | undefined;

  constructor(options: TerminalOutputOptions) {
    this.#options = options;
  }

  /** A promise while more is under way than the page should hold. */
  send(data: Uint8Array): void | Promise<void> {
    this.#collected.push(data);
    this.#underWay += data.length;
    if (!this.#isCollecting) this.#collect();
    if (this.#underWay <= WINDOW_BYTES) return;
    this.flush();
    return new Promise((resolve) => {
      this.#goOn = resolve;
    });
  }

  #collect(): void {
    this.#isCollecting = this.flush();
    if (this.#isCollecting) this.#options.after(COLLECT_MS, () => this.#collect());
  }

  /** Posts what was collected; false where there was nothing. */
  flush(): boolean {
    if (this.#collected.length === 0) return false;
    this.#options.post(concatBytes(this.#collected.splice(0)));
    return true;
  }

  /** The page has drawn so much. */
  drawn(bytes: number): void {
    this.#underWay = Math.max(0, this.#underWay - bytes);
    if (this.#underWay > WINDOW_BYTES / 2) return;
    this.#goOn?.();
    this.#goOn = undefined;
  }
}
