import { charWidth } from '../../lib/text-width.ts';

const WHOLE_ESCAPE = /^\x1b(?:\[[0-9;?]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[^[\]])$/;

/** Follows what is written to a terminal to know the column it ends in. Wrapping is left to the terminal. @see linux n_tty.c, ldata->column */
export class OutputColumn {
  value = 0;
  readonly #decoder = new TextDecoder();
  #inEscape = '';
  /** Where the cursor was when the alternate screen began. */
  #kept = 0;

  follow(bytes: Uint8Array): void {
    const newline = bytes.lastIndexOf(10);
    if (newline >= 0 && !this.#inEscape && bytes.lastIndexOf(27, newline) < 0) {
      this.#decoder.decode();
      this.value = 0;
      this.#followAll(bytes.subarray(newline + 1));
    } else this.#followAll(bytes);
  }

  #followAll(bytes: Uint8Array): void {
    for (const char of this.#decoder.decode(bytes, { stream: true })) this.#take(char);
  }

  #take(char: string): void {
    if (this.#inEscape) {
      this.#inEscape += char;
      if (!WHOLE_ESCAPE.test(this.#inEscape)) return;
      this.#obey(this.#inEscape);
      this.#inEscape = '';
      return;
    }
    if (char === '\x1b') this.#inEscape = char;
    else if (char === '\n' || char === '\r') this.value = 0;
    else if (char === '\b') this.value = Math.max(0, this.value - 1);
    else if (char === '\t') this.value += 8 - (this.value % 8);
    else this.value += charWidth(char.codePointAt(0) ?? 0);
  }

  /** Sequences that move the cursor sideways. */
  #obey(escape: string): void {
    const count = (text: string | undefined): number => Math.max(1, Number(text ?? 1));
    const parameters = escape.slice(2, -1).split(';');
    if (escape === '\x1b[?1049h') this.#kept = this.value;
    else if (escape === '\x1b[?1049l') this.value = this.#kept;
    else if (/^\x1b\[[0-9;]*[Hf]$/.test(escape)) this.value = count(parameters[1]) - 1;
    else if (/^\x1b\[[0-9]*G$/.test(escape)) this.value = count(parameters[0]) - 1;
    else if (/^\x1b\[[0-9]*C$/.test(escape)) this.value += count(parameters[0]);
    else if (/^\x1b\[[0-9]*D$/.test(escape)) this.value = Math.max(0, this.value - count(parameters[0]));
    else if (escape === '\x1bc') this.value = 0;
  }
}
