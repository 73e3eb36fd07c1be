import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { isSysError } from '../../kernel/errno.ts';
import { command, CommandFailure, complain, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { exitStatus, spawnCommand, waitForEnd } from '../support/spawn.ts';
import { readItems } from './xargs-items.ts';

/** Longest command line, in characters. */
const LIMIT = 128 * 1024;

/** xargs: builds command lines from stdin. @see POSIX xargs, GNU findutils */
export const xargs: Program = command(
  {
    short: '0a:d:E:I:i::L:l::n:oP:prs:tx',
    long: {
      null: '0',
      delimiter: 'd:',
      replace: 'I:',
      'max-args': 'n:',
      'max-lines': 'L:',
      'no-run-if-empty': 'r',
      verbose: 't',
      interactive: 'p',
      'max-procs': 'P:',
      'arg-file': 'a:',
      'max-chars': 's:',
      eof: 'E:',
      exit: 'x',
    },
    usage: '[OPTION]... COMMAND [INITIAL-ARGS]...',
    busyboxUsage: '[OPTIONS] [PROG ARGS]\n\nRun PROG on every item given by stdin',
    inOrder: true,
    version: 'xargs (GNU findutils) 4.10.0\n',
  },
  async (proc, options) => {
    const argv = options.operands.length ? options.operands : ['echo'];
    const [most, size] = [positive(proc, options, 'n'), positive(proc, options, 's')];
    if (options.has('I', 'i') && options.has('n') && !proc.busybox)
      await complain(
        proc,
        'warning: options --max-args and --replace/-I/-i are mutually exclusive, ignoring previous --max-args value',
      );
    const replace = options.value('I') ?? (options.has('i') ? (options.value('i') ?? '{}') : undefined);
    const runner = new Runner(proc, options);
    const input = await openItems(proc, options.value('a'));
    const lines = options.value('L') ?? (options.has('l') ? (options.value('l') ?? '1') : undefined);
    const batch = new Batch(most ?? Infinity, Number(lines ?? Infinity), roomFor(argv, size));
    let overflown = false;
    try {
      for await (const items of readItems(proc, input, options)) {
        if (replace !== undefined) {
          await runner.run(argv.map((word) => word.replaceAll(replace, items[0] ?? '')));
          continue;
        }
        const { full, fits } = batch.add(items);
        for (const words of full) await runner.run([...argv, ...words]);
        overflown = !fits;
        if (overflown) throw new CommandFailure('argument line too long');
      }
    } finally {
      const rest = batch.rest();
      const none =
        !overflown && !runner.started && replace === undefined && !options.has('r') && !proc.busybox;
      if (rest.length > 0 || none) await runner.run([...argv, ...rest]);
    }
    return runner.finish();
  },
);

async function openItems(proc: Process, path: string | undefined): Promise<OpenFile> {
  if (path === undefined) return proc.stdin;
  try {
    const file = await proc.open(path);
    file.retain();
    return file;
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new CommandFailure(`Cannot open input file '${path}': ${error.message}`);
  }
}

function positive(proc: Process, options: Options, key: 'n' | 's'): number | undefined {
  const text = options.value(key);
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) {
    if (proc.busybox) throw new CommandFailure(`invalid number '${text}'`);
    throw new UsageFailure(`invalid number "${text}" for -${key} option`);
  }
  if (Number(text) === 0) throw new UsageFailure(`value ${text} for -${key} option should be >= 1`);
  return Number(text);
}

/** What a command line of at most `size` characters leaves for items. */
function roomFor(argv: readonly string[], size = LIMIT): number {
  return size - argv.reduce((sum, word) => sum + word.length + 1, 0);
}

/** Collects items until a command line is full. */
class Batch {
  readonly #most: number;
  readonly #lines: number;
  readonly #room: number;
  #items: string[] = [];
  #size = 0;
  #count = 0;

  constructor(most: number, lines: number, room: number) {
    this.#most = most;
    this.#lines = lines;
    this.#room = room;
  }

  /** Takes the items of a line; the batches that became full, and false where an item is too long for any. */
  add(items: readonly string[]): { full: string[][]; fits: boolean } {
    const full: string[][] = [];
    for (const item of items) {
      if (item.length + 1 > this.#room) return { full, fits: false };
      if (this.#items.length > 0 && this.#size + item.length + 1 > this.#room) full.push(this.rest());
      this.#items.push(item);
      this.#size += item.length + 1;
      if (this.#items.length >= this.#most) full.push(this.rest());
    }
    if (++this.#count >= this.#lines && this.#items.length > 0) full.push(this.rest());
    return { full, fits: true };
  }

  rest(): string[] {
    const items = this.#items;
    [this.#items, this.#size, this.#count] = [[], 0, 0];
    return items;
  }
}

class Runner {
  readonly #proc: Process;
  readonly #options: Options;
  readonly #parallel: number;
  readonly #running = new Set<number>();
  #status = 0;
  #name = '';
  started = false;

  constructor(proc: Process, options: Options) {
    this.#proc = proc;
    this.#options = options;
    const wanted = Number(options.value('P') ?? 1);
    this.#parallel = wanted > 0 ? wanted : Infinity;
  }

  async run(argv: readonly string[]): Promise<void> {
    this.started = true;
    this.#name = argv[0] ?? '';
    if (this.#options.has('t')) await this.#proc.err(`${argv.join(' ')}\n`);
    const fds = new Map(this.#proc.fds);
    fds.set(0, this.#proc.files.open('/dev/null'));
    const pid = spawnCommand(this.#proc, argv, { fds });
    if (typeof pid !== 'number') {
      await complain(
        this.#proc,
        this.#proc.busybox ? `${argv[0] ?? ''}: ${pid.message}` : `${argv[0] ?? ''}: ${pid.message}`,
      );
      return this.#proc.exit(pid.status);
    }
    this.#running.add(pid);
    if (this.#running.size >= this.#parallel) await this.#waitForOne();
  }

  async #waitForOne(): Promise<void> {
    const pid = this.#parallel === 1 ? ([...this.#running][0] ?? -1) : -1;
    const ended = pid > 0 ? { pid, status: await waitForEnd(this.#proc, pid) } : await this.#proc.wait(-1);
    this.#running.delete(ended.pid);
    if (!('code' in ended.status) && !('signal' in ended.status)) return;
    const status = exitStatus(ended.status);
    if (status === 255) {
      await complain(this.#proc, `${this.#name}: exited with status 255; aborting`);
      return this.#proc.exit(124);
    }
    if (status > 256) return;
    if (status === 0) return;
    else if (status > 128) this.#status = 125;
    else if (status > 0) this.#status ||= 123;
  }

  async finish(): Promise<number> {
    while (this.#running.size > 0) await this.#waitForOne();
    return this.#status;
  }
}
