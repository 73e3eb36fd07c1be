import { concatBytes, TextStream, toText } from '../../lib/bytes.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import { isSysError, type SysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import { complain } from './command.ts';
import { quoteIfNeeded } from './quote.ts';

const CHUNK = 65536;
/** What keeping a line takes beside its text. */
const LINE_OVERHEAD = 32;

/** How a command words that an operand can't be opened. */
export type OpenErrorText = (proc: Process, path: string, error: SysError) => string;

/** `a b: No such file or directory`, as programs outside of coreutils word it. */
export const bareOpenError: OpenErrorText = (_proc, path, error) => `${path}: ${error.message}`;

/** `'a b': No such file or directory` of coreutils, which busybox leaves unquoted. */
export const plainOpenError: OpenErrorText = (proc, path, error) =>
  bareOpenError(proc, proc.busybox ? path : quoteIfNeeded(path), error);

/** The same, but `can't open 'x': …` in busybox. */
export const quotedOpenError: OpenErrorText = (proc, path, error) =>
  proc.busybox ? `can't open '${path}': ${error.message}` : plainOpenError(proc, path, error);

/** Everything a file still has. The process is charged for it. */
export async function readAllBytes(proc: Process, file: OpenFile): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let bytes = await file.read(CHUNK); bytes; bytes = await file.read(CHUNK)) {
    parts.push(bytes);
    proc.allocate(bytes.length);
    const turn = proc.tick(1 + (bytes.length >> 10));
    if (turn) await turn;
  }
  return concatBytes(parts);
}

/** The same as text. */
export async function readAllText(proc: Process, file: OpenFile): Promise<string> {
  return toText(await readAllBytes(proc, file));
}

/** Reads a file line by line (or by another separator of one character). */
export class LineReader {
  readonly #proc: Process;
  readonly #file: OpenFile;
  readonly #separator: string;
  readonly #decoder = new TextStream();
  /** Beginning of the line that is being read. */
  #pieces: string[] = [];
  #held = 0;
  #text = '';
  #at = 0;
  #ended = false;
  /** False after the last line if nothing terminated it. */
  terminated = true;

  constructor(proc: Process, file: OpenFile, separator = '\n') {
    this.#proc = proc;
    this.#file = file;
    this.#separator = separator;
  }

  /** The next line without its separator; undefined at the end. */
  async next(): Promise<string | undefined> {
    const turn = this.#proc.tick(2);
    if (turn) await turn;
    for (;;) {
      const end = this.#text.indexOf(this.#separator, this.#at);
      if (end >= 0) {
        const line = this.#take(end);
        this.#at = end + 1;
        return line;
      }
      if (this.#ended) return this.#last();
      await this.#fill();
    }
  }

  /** All lines that are left. The process is charged for them. */
  async keepAll(lines: string[]): Promise<void> {
    let size = 0;
    for (let batch = await this.batch(); batch; batch = await this.batch()) {
      for (const line of batch) {
        lines.push(line);
        size += line.length + LINE_OVERHEAD;
      }
      if (size < CHUNK) continue;
      this.#proc.allocate(size);
      size = 0;
    }
    this.#proc.allocate(size);
  }

  #take(end: number): string {
    const last = this.#text.slice(this.#at, end);
    if (this.#pieces.length === 0) return last;
    const line = this.#pieces.join('') + last;
    this.#pieces = [];
    this.#proc.allocate(-this.#held);
    this.#held = 0;
    return line;
  }

  /** All lines that have arrived, at least one; undefined at the end. What works on many lines is many times as fast with these. */
  async batch(): Promise<readonly string[] | undefined> {
    for (;;) {
      const end = this.#text.lastIndexOf(this.#separator);
      if (end >= this.#at) {
        const lines = this.#take(end).split(this.#separator);
        this.#at = end + 1;
        const turn = this.#proc.tick(2 * lines.length);
        if (turn) await turn;
        return lines;
      }
      if (this.#ended) {
        const last = this.#last();
        return last === undefined ? undefined : [last];
      }
      await this.#fill();
    }
  }

  #last(): string | undefined {
    const line = this.#take(this.#text.length);
    this.#at = this.#text.length;
    if (line === '') return undefined;
    this.terminated = false;
    return line;
  }

  async #fill(): Promise<void> {
    const bytes = await this.#file.read(CHUNK);
    const rest = this.#text.slice(this.#at);
    if (rest !== '') {
      this.#pieces.push(rest);
      this.#held += rest.length;
      this.#proc.allocate(rest.length);
    }
    this.#text = bytes ? this.#decoder.decode(bytes) : this.#decoder.end();
    this.#at = 0;
    this.#ended = bytes === null;
  }
}

/**
 * Calls `use` with each operand opened (`-` and no operands: stdin). What can't be opened or read is complained about.
 * Returns whether all went well.
 */
export async function eachInput(
  proc: Process,
  operands: readonly string[],
  use: (file: OpenFile, name: string) => void | Promise<void>,
  wording: OpenErrorText = quotedOpenError,
): Promise<boolean> {
  let good = true;
  for (const name of operands.length ? operands : ['-']) {
    const opened = await openInput(proc, name, wording);
    if (!opened) {
      good = false;
      continue;
    }
    try {
      await use(opened, name);
    } catch (error) {
      if (!isSysError(error) || error.code === 'EPIPE' || error.code === 'ENOSPC') throw error;
      const text =
        error.code === 'EISDIR' && proc.busybox ? 'read error: Is a directory' : `${name}: ${error.message}`;
      await complain(proc, text);
      good = false;
    } finally {
      if (name !== '-') opened.release();
    }
  }
  return good;
}

/** The operand opened for reading, or undefined after a complaint. */
export async function openInput(
  proc: Process,
  name: string,
  wording: OpenErrorText = quotedOpenError,
): Promise<OpenFile | undefined> {
  if (name === '-') return proc.stdin;
  try {
    const file = await proc.open(name);
    file.retain();
    return file;
  } catch (error) {
    if (!isSysError(error)) throw error;
    await complain(proc, wording(proc, name, error));
    return undefined;
  }
}
