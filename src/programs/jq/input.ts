import { isSysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process } from '../../kernel/process.ts';
import { LineReader, readAllText } from '../support/input.ts';
import { JsonParser } from './json.ts';
import type { Json } from './value.ts';

/** The values that jq works on, from its files or stdin, as they come. */
export class JqInput {
  /** A file could not be read. */
  failed = false;
  /** Where the value that was read last ended, for messages. */
  line = 0;
  name: Json = null;
  readonly #proc: Process;
  readonly #raw: boolean;
  readonly #files: string[];
  #reader: LineReader | undefined;
  #parser: JsonParser | undefined;
  #text = '';

  constructor(proc: Process, files: readonly string[], raw: boolean) {
    this.#proc = proc;
    this.#raw = raw;
    this.#files = [...files];
    if (files.length === 0) this.#reader = new LineReader(proc, proc.stdin);
  }

  /** All text that is left. */
  async rest(): Promise<string> {
    let text = '';
    if (this.#reader) text += await readAllText(this.#proc, this.#proc.stdin);
    for (let file = await this.#open(); file; file = await this.#open())
      text += await readAllText(this.#proc, file);
    return text;
  }

  async #open(): Promise<OpenFile | undefined> {
    for (let name = this.#files.shift(); name !== undefined; name = this.#files.shift()) {
      try {
        const file = await this.#proc.open(name);
        file.retain();
        this.name = name;
        return file;
      } catch (error) {
        if (!isSysError(error)) throw error;
        await this.#proc.err(`jq: error: Could not open ${name}: ${error.message}\n`);
        this.failed = true;
      }
    }
    return undefined;
  }

  async #nextLine(): Promise<string | undefined> {
    for (;;) {
      const line = await this.#reader?.next();
      if (line !== undefined) return this.#reader?.terminated ? `${line}\n` : line;
      const file = await this.#open();
      if (!file) return undefined;
      this.#reader = new LineReader(this.#proc, file);
    }
  }

  /** The next value. Text is parsed as soon as it holds whole values, so that a stream shows as it comes. @throws JsonSyntaxError */
  async next(): Promise<Json | undefined> {
    if (this.#raw) return (await this.#nextLine())?.replace(/\n$/, '');
    for (;;) {
      const value = this.#parser?.next();
      if (this.#parser && value !== undefined) return value;
      this.#parser = undefined;
      const line = await this.#nextLine();
      if (line === undefined && this.#text.trim() === '') return undefined;
      this.#text += line ?? '';
      if (line !== undefined) this.line++;
      if (line !== undefined && !isWhole(this.#text)) continue;
      this.#parser = new JsonParser(this.#text);
      this.#text = '';
    }
  }
}

/** Whether brackets and quotes are closed at the end. A look, not a parser: what is wrong is found later. */
function isWhole(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\[^])*"?|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    else if (token.length === 1 || !token.endsWith('"')) return false;
  }
  return depth <= 0;
}
