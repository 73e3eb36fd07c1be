import { ByteQueue } from '../byte-queue.ts';
import { COOKED_MODE, type TtyMode } from './tty.ts';
import type { Signal } from '../signals.ts';

const INTERRUPT = 3;
const END_OF_FILE = 4;
const BACKSPACE = 8;
const NEWLINE = 10;
const RETURN = 13;
const LITERAL_NEXT = 22;
const ERASE_WORD = 23;
const KILL_LINE = 21;
const SUSPEND = 26;
const QUIT = 28;
const DELETE = 127;

/** What typed bytes lead to, beside the queue of bytes to read. */
export interface DisciplineOutput {
  echo(bytes: Uint8Array): void;
  signal(signal: Signal): void;
}

/**
 * The terminal driver's work on typed bytes: editing of a line, echo, signals, end of file. `input` is what may be read; in canonical mode whole
 * lines, where an empty read marks end of file.
 * @see termios(3), linux drivers/tty/n_tty.c
 */
export class LineDiscipline {
  mode: TtyMode = { ...COOKED_MODE };
  readonly input = new ByteQueue();
  /** Ctrl-D was typed on an empty line so often. */
  endsOfFile = 0;
  #line: number[] = [];
  #literal = false;
  readonly #output: DisciplineOutput;

  constructor(output: DisciplineOutput) {
    this.#output = output;
  }

  /** Bytes from the keyboard. */
  type(bytes: Uint8Array): void {
    for (const byte of bytes) this.#typeByte(byte);
  }

  /** Leaving canonical mode: what was typed so far can be read. */
  setMode(mode: Readonly<TtyMode>): void {
    const flush = this.mode.canonical && !mode.canonical;
    this.mode = { ...mode };
    if (flush) this.#commitLine();
  }

  flush(): void {
    this.#line = [];
    this.input.clear();
    this.endsOfFile = 0;
  }

  #typeByte(typed: number): void {
    const byte = typed === RETURN && this.mode.mapReturn && !this.#literal ? NEWLINE : typed;
    if (!this.#literal && this.mode.signals && this.#signalFor(byte)) return;
    if (!this.mode.canonical) {
      this.input.push(Uint8Array.of(byte));
      if (this.mode.echo) this.#echo(byte);
      return;
    }
    this.#edit(byte);
  }

  #signalFor(byte: number): boolean {
    const signal =
      byte === INTERRUPT ? 'SIGINT' : byte === QUIT ? 'SIGQUIT' : byte === SUSPEND ? 'SIGTSTP' : undefined;
    if (!signal) return false;
    if (this.mode.echo) this.#echo(byte);
    this.flush();
    this.#output.signal(signal);
    return true;
  }

  #edit(byte: number): void {
    if (this.#literal) {
      this.#literal = false;
      return this.#insert(byte);
    }
    switch (byte) {
      case LITERAL_NEXT:
        this.#literal = true;
        return;
      case DELETE:
      case BACKSPACE:
        return this.#erase(1);
      case ERASE_WORD:
        return this.#erase(this.#wordLength());
      case KILL_LINE:
        return this.#erase(Infinity);
      case END_OF_FILE:
        if (this.#line.length === 0) this.endsOfFile++;
        return this.#commitLine();
      default:
        this.#insert(byte);
        if (byte === NEWLINE) this.#commitLine();
    }
  }

  #insert(byte: number): void {
    this.#line.push(byte);
    if (this.mode.echo) this.#echo(byte);
  }

  /** Erases characters, not bytes. */
  #erase(count: number): void {
    for (let left = count; left > 0 && this.#line.length > 0; left--) {
      let byte = this.#line.pop() ?? 0;
      const columns = byte < 32 && byte !== 9 ? 2 : 1;
      while ((byte & 0xc0) === 0x80 && this.#line.length > 0) byte = this.#line.pop() ?? 0;
      if (this.mode.echo) for (let i = 0; i < columns; i++) this.#output.echo(Uint8Array.of(8, 32, 8));
    }
  }

  #wordLength(): number {
    let index = this.#line.length;
    while (index > 0 && this.#line[index - 1] === 32) index--;
    while (index > 0 && this.#line[index - 1] !== 32) index--;
    return this.#line.length - index;
  }

  #commitLine(): void {
    this.input.push(Uint8Array.from(this.#line));
    this.#line = [];
  }

  #echo(byte: number): void {
    const control = byte < 32 && byte !== NEWLINE && byte !== 9 && byte !== RETURN;
    this.#output.echo(control ? Uint8Array.of(94, byte + 64) : Uint8Array.of(byte));
  }
}
