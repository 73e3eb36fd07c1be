import { charWidth } from '../../lib/text-width.ts';

/** Follows what is written to a terminal to know the column it ends in. Wrapping is left to the terminal. @see linux n_tty.c, ldata->column */
export class OutputColumn {
  value = 0;
  readonly #decoder = new TextDecoder();
  #inEscape = '';

  follow(bytes: Uint8Array): void {
    for (const char of this.#decoder.decode(bytes, { stream: true })) this.#take(char);
  }

  #take(char: string): void {
    if (this.#inEscape) {
      this.#inEscape += char;
      if (/^\x1b(?:[^[]|\[[0-9;?]*[@-~])$/.test(this.#inEscape)) this.#inEscape = '';
      return;
    }
    if (char === '\x1b') this.#inEscape = char;
    else if (char === '\n' || char === '\r') this.value = 0;
    else if (char === '\b') this.value = Math.max(0, this.value - 1);
    else if (char === '\t') this.value += 8 - (this.value % 8);
    else this.value += charWidth(char.codePointAt(0) ?? 0);
  }
}
