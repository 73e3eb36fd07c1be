import { withoutEnd } from '../../lib/trim-end.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import { TextStream } from '../../lib/bytes.ts';
import { awkRegExp } from './record.ts';

/** Reads records that a separator ends: a character, "" for paragraphs, or an expression. */
export class RecordReader {
  readonly file: OpenFile;
  readonly #decoder = new TextStream();
  #text = '';
  #ended = false;

  constructor(file: OpenFile) {
    this.file = file;
  }

  /** The next record; undefined at the end. */
  async next(separator: string): Promise<string | undefined> {
    if (separator === '') return this.#paragraph();
    for (;;) {
      const end = this.#find(separator);
      if (end) return this.#take(end.at, end.length);
      if (this.#ended) return this.#rest();
      await this.#fill();
    }
  }

  #find(separator: string): { at: number; length: number } | undefined {
    if (separator.length === 1) {
      const at = this.#text.indexOf(separator);
      return at < 0 ? undefined : { at, length: 1 };
    }
    const match = awkRegExp(separator).exec(this.#text);
    // A match up to the end of what was read could go on.
    if (!match || match[0] === '' || (!this.#ended && match.index + match[0].length === this.#text.length))
      return undefined;
    return { at: match.index, length: match[0].length };
  }

  #take(at: number, length: number): string {
    const record = this.#text.slice(0, at);
    this.#text = this.#text.slice(at + length);
    return record;
  }

  #rest(): string | undefined {
    const rest = this.#text;
    this.#text = '';
    return rest === '' ? undefined : rest.replace(/\n$/, '');
  }

  async #paragraph(): Promise<string | undefined> {
    for (;;) {
      this.#text = this.#text.replace(/^\n+/, '');
      const match = /\n\n+/.exec(this.#text);
      if (match && (this.#ended || match.index + match[0].length < this.#text.length))
        return this.#take(match.index, match[0].length);
      if (this.#ended) {
        const rest = withoutEnd(this.#text, '\n');
        this.#text = '';
        return rest === '' ? undefined : rest;
      }
      await this.#fill();
    }
  }

  async #fill(): Promise<void> {
    const bytes = await this.file.read(65536);
    this.#text += bytes ? this.#decoder.decode(bytes) : this.#decoder.end();
    this.#ended = bytes === null;
  }
}
