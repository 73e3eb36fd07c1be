import { ByteStream } from '../byte-stream.ts';
import { SysError } from '../errno.ts';
import type { Stat } from '../files/inode.ts';
import type { OpenFile } from '../files/open-file.ts';
import { anonymousStat } from '../pipe.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Signal } from '../signals.ts';
import { LineDiscipline } from './line-discipline.ts';
import { OutputColumn } from './output-column.ts';
import type { Tty, TtyMaster, TtyMode, WindowSize } from './tty.ts';

const OUTPUT_CAPACITY = 256 * 1024;

export interface PtyOptions {
  readonly number: number;
  readonly size: WindowSize;
  /** Sends a signal to every process of a group. */
  readonly signalGroup: (pgid: number, signal: Signal) => void;
  /** Stops the calling process where it is in the background, and is true then. @throws SysError EIO where it ignores that */
  readonly stopReader: (tty: Tty) => boolean;
  /** The terminal is gone: its session gets SIGHUP. */
  readonly hangUp: (tty: Tty) => void;
  readonly openEditor?: (path: string) => Promise<void>;
}

/** A pseudo-terminal pair. */
export function createPty(scheduler: Scheduler, options: PtyOptions): { master: TtyMaster; slave: OpenFile } {
  const pty = new Pty(scheduler, options);
  return { master: pty.master, slave: pty };
}

class Pty implements OpenFile, Tty {
  readonly kind = 'tty';
  readonly path: string;
  readonly name: string;
  readonly master: TtyMaster;
  readonly openEditor?: (path: string) => Promise<void>;
  readonly #discipline: LineDiscipline;
  readonly #output: ByteStream;
  readonly #typed;
  readonly #options: PtyOptions;
  #size: WindowSize;
  readonly #column = new OutputColumn();
  #foreground = 0;
  #references = 0;
  #hungUp = false;
  /** Its session has ended, or no process has it open any more. */
  #closed = false;

  constructor(scheduler: Scheduler, options: PtyOptions) {
    this.#options = options;
    this.name = this.path = `/dev/pts/${options.number}`;
    this.#size = options.size;
    if (options.openEditor) this.openEditor = options.openEditor;
    this.#output = new ByteStream(scheduler, OUTPUT_CAPACITY);
    this.#typed = scheduler.createWaitQueue();
    this.#discipline = new LineDiscipline({
      echo: (bytes) => this.#echo(bytes),
      signal: (signal) => this.#signal(signal),
      discard: () => this.#output.discard(),
    });
    this.master = {
      input: (bytes) => {
        this.#discipline.type(bytes);
        this.#typed.wakeAll();
      },
      read: async (max) => this.#output.read(max),
      resize: (size) => this.#resize(size),
      hangUp: () => this.#hangUp(),
    };
  }

  get tty(): Tty {
    return this;
  }

  async read(max: number): Promise<Uint8Array | null> {
    const { input, mode } = this.#discipline;
    while (!this.#closed && (this.#options.stopReader(this) || !this.readable())) await this.#typed.wait();
    if (input.length > 0) {
      const bytes = mode.canonical ? input.takePiece(max) : input.take(max);
      this.#discipline.goOn();
      return bytes;
    }
    if (this.#discipline.endsOfFile > 0) this.#discipline.endsOfFile--;
    this.#discipline.goOn();
    return null;
  }

  write(bytes: Uint8Array): void | Promise<void> {
    if (this.#closed) throw new SysError('EIO');
    this.#column.follow(bytes);
    return this.#output.write(this.#discipline.mode.mapNewline ? mapNewlines(bytes) : bytes);
  }

  #echo(bytes: Uint8Array): void {
    if (this.#closed || this.#output.length > OUTPUT_CAPACITY / 2) return;
    this.#column.follow(bytes);
    void this.#output.write(this.#discipline.mode.mapNewline ? mapNewlines(bytes) : bytes);
  }

  #signal(signal: Signal): void {
    if (this.#foreground > 0) this.#options.signalGroup(this.#foreground, signal);
  }

  #resize(size: WindowSize): void {
    if (size.columns === this.#size.columns && size.rows === this.#size.rows) return;
    this.#size = size;
    this.#signal('SIGWINCH');
  }

  #hangUp(): void {
    if (this.#hungUp) return;
    this.#hungUp = this.#closed = true;
    this.#output.breakOff();
    this.#typed.wakeAll();
    this.#options.hangUp(this);
  }

  endSession(): void {
    this.#closed = true;
    this.#output.end();
    this.#typed.wakeAll();
  }

  seek(): never {
    throw new SysError('ESPIPE');
  }

  truncate(): never {
    throw new SysError('EINVAL');
  }

  stat(): Stat {
    return {
      ...anonymousStat('char', this.#options.number + 3),
      mode: 0o620,
      rdev: [136, this.#options.number],
    };
  }

  readable(): boolean {
    return this.#discipline.input.length > 0 || this.#discipline.endsOfFile > 0 || this.#closed;
  }

  retain(): void {
    this.#references++;
  }

  /** The last process closed it: the other side reads to the end. */
  release(): void {
    if (--this.#references <= 0) this.endSession();
  }

  getMode(): TtyMode {
    return { ...this.#discipline.mode };
  }

  setMode(mode: Readonly<TtyMode>): void {
    this.#discipline.setMode(mode);
    this.#typed.wakeAll();
  }

  getSize(): WindowSize {
    return this.#size;
  }

  getColumn(): number {
    return this.#column.value;
  }

  getForeground(): number {
    return this.#foreground;
  }

  setForeground(pgid: number): void {
    this.#foreground = pgid;
    this.#typed.wakeAll();
  }

  flushInput(): void {
    this.#discipline.flush();
  }
}

function mapNewlines(bytes: Uint8Array): Uint8Array {
  const newlines = bytes.reduce((count, byte) => (byte === 10 ? count + 1 : count), 0);
  if (newlines === 0) return bytes;
  const result = new Uint8Array(bytes.length + newlines);
  let at = 0;
  for (const byte of bytes) {
    if (byte === 10) result[at++] = 13;
    result[at++] = byte;
  }
  return result;
}
