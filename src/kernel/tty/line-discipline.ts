import { NO_BYTES, toText } from '../../lib/bytes.ts';
import { charWidth } from '../../lib/text-width.ts';
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
  /** Drops output that was not shown yet. */
  discard(): void;
}

/**
 * The terminal driver's work on typed bytes: editing of a line, echo, signals, end of file. `input` is what may be read; in canonical mode whole
 * lines, where an empty read marks end of file, and `goOn` is called when something of it was taken.
 * @see termios(3), linux drivers/tty/n_tty.c
 */
export class LineDiscipline {
  mode: TtyMode = { ...COOKED_MODE };
  readonly input = new ByteQueue();
  /** Ctrl-D was typed on an empty line so often. */
  endsOfFile = 0;
  #line: number[] = [];
  /** What came in before the mode was canonical, and is to make lines: one at a time, since a shell that changes modes at each prompt may be far behind. */
  #rest: Uint8Array = NO_BYTES;
  /** A return in it ends a line. */
  #mapsRest = false;
  #literal = false;
  readonly #output: DisciplineOutput;

  constructor(output: DisciplineOutput) {
    this.#output = output;
  }

  /** Bytes from the keyboard. */
  type(bytes: Uint8Array): void {
    const { canonical, echo, mapReturn } = this.mode;
    if (canonical || echo || mapReturn) for (const byte of bytes) this.#typeByte(byte);
    else this.#typeRaw(bytes);
  }

  /** All that is behind the last signal can be read. */
  #typeRaw(bytes: Uint8Array): void {
    let from = 0;
    if (this.mode.signals)
      for (const [at, byte] of bytes.entries()) {
        if (signalOf(byte) === undefined) continue;
        this.#signal(byte);
        from = at + 1;
      }
    this.input.push(bytes.slice(from));
  }

  /** Leaving canonical mode: what was typed so far can be read. Going back to it: what was not read makes lines. */
  setMode(mode: Readonly<TtyMode>): void {
    const before = this.mode;
    this.mode = { ...mode };
    if (before.canonical && !mode.canonical) {
      this.#commitLine();
      this.input.push(this.#rest);
      this.#rest = NO_BYTES;
      this.endsOfFile = 0;
    } else if (!before.canonical && mode.canonical) {
      this.#rest = this.input.take(this.input.length);
      this.#mapsRest = !before.mapReturn && mode.mapReturn;
      this.goOn();
    }
  }

  /** Makes lines of what came in before the mode changed, until there is one to read. It is echoed no more. */
  goOn(isEnough = () => this.input.length > 0 || this.endsOfFile > 0): void {
    if (this.#rest.length === 0) return;
    const { mode } = this;
    const rest = this.#rest;
    this.mode = { ...mode, echo: false };
    let at = 0;
    for (; at < rest.length && !isEnough(); at++) {
      const byte = rest[at] as number;
      this.#edit(byte === RETURN && this.#mapsRest ? NEWLINE : byte);
    }
    this.mode = mode;
    this.#rest = rest.subarray(at);
  }

  flush(): void {
    this.#line = [];
    this.#rest = NO_BYTES;
    this.input.clear();
    this.endsOfFile = 0;
  }

  #typeByte(typed: number): void {
    const byte = typed === RETURN && this.mode.mapReturn && !this.#literal ? NEWLINE : typed;
    if (!this.#literal && this.mode.signals && signalOf(byte)) return this.#signal(byte);
    if (!this.mode.canonical) {
      this.input.push(Uint8Array.of(byte));
      if (this.mode.echo) this.#echo(byte);
      return;
    }
    this.goOn(() => false);
    this.#edit(byte);
  }

  /** What was typed before it and not read yet is gone. @see linux drivers/tty/n_tty.c isig() */
  #signal(byte: number): void {
    const signal = signalOf(byte);
    if (!signal) return;
    this.flush();
    this.#output.discard();
    if (this.mode.echo) this.#echo(byte);
    this.#output.signal(signal);
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
      let start = this.#line.length - 1;
      while (start > 0 && ((this.#line[start] ?? 0) & 0xc0) === 0x80) start--;
      const columns = columnsOf(toText(Uint8Array.from(this.#line.splice(start))));
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
    this.input.push(new Uint8Array(this.#line));
    this.#line = [];
  }

  #echo(byte: number): void {
    const control = byte < 32 && byte !== NEWLINE && byte !== 9 && byte !== RETURN;
    this.#output.echo(control ? Uint8Array.of(94, byte + 64) : Uint8Array.of(byte));
  }
}

function signalOf(byte: number): Signal | undefined {
  if (byte === INTERRUPT) return 'SIGINT';
  if (byte === QUIT) return 'SIGQUIT';
  return byte === SUSPEND ? 'SIGTSTP' : undefined;
}

/** Columns of an echoed character. */
function columnsOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  return code < 32 && code !== 9 ? 2 : code === 9 ? 1 : charWidth(code);
}
