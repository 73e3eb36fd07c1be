import { Unicode11Addon } from '@xterm/addon-unicode11';
import headless from '@xterm/headless';
import { concatBytes, NO_BYTES } from '../../lib/bytes.ts';
import type { Kernel } from '../kernel.ts';
import type { ProcessSpec } from '../kernel.ts';
import type { Program } from '../process.ts';
import type { RunQueue } from '../run-queue.ts';
import type { OpenFile } from '../files/open-file.ts';
import type { TtyMaster, WindowSize } from '../tty/tty.ts';

/** Virtual milliseconds a test waits for the screen to settle. */
const SETTLE_MS = 500;

const MAX_DRAWN = 256 * 1024;

/** Names of keys as a terminal sends them. */
export const KEYS = {
  up: '\x1b[A', down: '\x1b[B', right: '\x1b[C', left: '\x1b[D', home: '\x1b[H', end: '\x1b[F', delete: '\x1b[3~', enter: '\r', tab: '\t', backspace: '\x7f',
  controlLeft: '\x1b[1;5D', controlRight: '\x1b[1;5C', altBackspace: '\x1b\x7f', altDot: '\x1b.', undo: '\x1f', interrupt: '\x03', suspend: '\x1a', quit: '\x1c',
} as const; // prettier-ignore

export function paste(text: string): string {
  return `\x1b[200~${text}\x1b[201~`;
}

/** A terminal emulator over a pseudo-terminal of a test machine, in virtual time: keys in, rows of the screen out. */
export class TestTerminal {
  readonly #queue: RunQueue;
  readonly #master: TtyMaster;
  readonly #screen: InstanceType<typeof headless.Terminal>;
  readonly #kernel: Kernel;
  #output: Uint8Array = NO_BYTES;
  /** Status of the program once it ended. */
  status: unknown;

  constructor(
    { kernel, queue }: { kernel: Kernel; queue: RunQueue },
    program: Program | string,
    options: { size?: WindowSize; argv?: readonly string[]; env?: Record<string, string>; cwd?: string } = {},
  ) {
    const { size = { columns: 40, rows: 12 }, argv = ['-bash'], env = {}, cwd = '/root' } = options;
    this.#queue = queue;
    this.#kernel = kernel;
    this.#screen = new headless.Terminal({
      cols: size.columns,
      rows: size.rows,
      allowProposedApi: true,
      logLevel: 'off',
    });
    this.#screen.loadAddon(new Unicode11Addon() as never);
    this.#screen.unicode.activeVersion = '11';
    const { master, slave } = kernel.createPty(size, {});
    this.#master = master;
    const process = kernel.start({
      ...hostPlace(kernel),
      ...withTerminal(slave),
      program,
      argv,
      cwd,
      env: new Map(Object.entries(env)),
    });
    kernel.task('screen', async () => {
      for (let bytes = await master.read(65536); bytes; bytes = await master.read(65536)) {
        this.#output = concatBytes([this.#output, bytes]);
        // Of a flood only the end matters.
        if (this.#output.length > 2 * MAX_DRAWN) this.#output = this.#output.slice(-MAX_DRAWN);
      }
    });
    kernel.task('end', async () => {
      this.status = await process.wait();
    });
  }

  /** Types, lets so much virtual time pass, and gives the screen. */
  async type(keys = '', ms = SETTLE_MS): Promise<string> {
    if (keys) this.#master.input(new TextEncoder().encode(keys));
    const rested = new Promise<void>((resolve) => {
      this.#queue.at(this.#queue.now() + ms, () => {
        this.#queue.stop();
        resolve();
      });
    });
    this.#queue.start();
    await rested;
    await new Promise<void>((resolve) => this.#screen.write(this.#output, resolve));
    this.#output = NO_BYTES;
    return this.screen;
  }

  /** Types the keys one after another, as a person does. */
  async press(...keys: readonly string[]): Promise<string> {
    for (const key of keys) await this.type(key, 20);
    return this.screen;
  }

  /** Bytes as they come, nothing else happens meanwhile. */
  input(bytes: Uint8Array): void {
    this.#master.input(bytes);
  }

  /** Types the keys when everything else that runs then has had so many turns. */
  inputAfterTurns(keys: string, turns: number): void {
    this.#kernel.task('typing', async () => {
      for (let turn = 0; turn < turns; turn++) await this.#queue.yieldTurn();
      this.#master.input(new TextEncoder().encode(keys));
    });
  }

  async resize(columns: number, rows: number): Promise<string> {
    this.#screen.resize(columns, rows);
    this.#master.resize({ columns, rows });
    return this.type();
  }

  hangUp(): void {
    this.#master.hangUp();
  }

  /** Rows as shown, trailing blanks and empty last rows left out. */
  get screen(): string {
    const { buffer, rows } = this.#screen;
    const { active } = buffer;
    const lines = Array.from({ length: rows }, (_, row) =>
      (active.getLine(active.baseY + row)?.translateToString(true) ?? '').trimEnd(),
    );
    return lines.join('\n').trimEnd();
  }

  /** Everything, with what scrolled away; wrapped rows joined. */
  get text(): string {
    const { active } = this.#screen.buffer;
    let text = '';
    for (let row = 0; row < active.length; row++) {
      const line = active.getLine(row);
      text += `${row === 0 || line?.isWrapped ? '' : '\n'}${line?.translateToString(true) ?? ''}`;
    }
    return text.trimEnd();
  }

  get cursor(): [row: number, column: number] {
    const { active } = this.#screen.buffer;
    return [active.cursorY, active.cursorX];
  }

  /** Command lines of what runs on the machine. */
  get processes(): string[] {
    return this.#kernel.hostPids
      .processes()
      .map(
        ({ argv, state }) =>
          `${argv.join(' ')}${state === 'T' ? ' (stopped)' : state === 'Z' ? ' (zombie)' : ''}`,
      );
  }
}

function hostPlace(
  kernel: Kernel,
): Pick<ProcessSpec, 'uid' | 'gid' | 'mounts' | 'pidNamespace' | 'network' | 'uts'> {
  return {
    uid: 0,
    gid: 0,
    mounts: kernel.hostMounts,
    pidNamespace: kernel.hostPids,
    network: kernel.hostNetwork,
    uts: kernel.hostUts,
  };
}

function withTerminal(slave: OpenFile): Pick<ProcessSpec, 'fds' | 'controllingTty'> {
  return { fds: new Map([0, 1, 2].map((fd) => [fd, slave])), controllingTty: slave };
}
