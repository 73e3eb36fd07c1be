import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, complain } from '../support/command.ts';
import { readAllText } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { exitStatus, spawnCommand, waitForEnd } from '../support/spawn.ts';

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
    },
    usage: '[OPTION]... COMMAND [INITIAL-ARGS]...',
    busyboxUsage: '[OPTIONS] [PROG ARGS]\n\nRun PROG on every item given by stdin',
    inOrder: true,
  },
  async (proc, options) => {
    const argv = options.operands.length ? options.operands : ['echo'];
    const file = options.value('a');
    const text = file === undefined ? await readAllText(proc, proc.stdin) : proc.files.readText(file);
    const replace = options.value('I') ?? (options.has('i') ? '{}' : undefined);
    const runner = new Runner(proc, options);
    if (replace !== undefined) {
      for (const item of lines(text))
        await runner.run(argv.map((word) => word.replaceAll(replace, item.trimStart())));
      return runner.finish();
    }
    const count = options.value('L');
    const batches =
      count === undefined
        ? batchItems(items(text, options), Number(options.value('n') ?? Infinity))
        : batchLines(text, Number(count));
    if (batches.length === 0 && !options.has('r') && !proc.busybox) batches.push([]);
    for (const batch of batches) await runner.run([...argv, ...batch]);
    return runner.finish();
  },
);

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** The items of stdin: separated by blanks, quotes and backslashes read, or by one character as they are. */
function items(text: string, options: Options): string[] {
  const delimiter = options.has('0')
    ? '\0'
    : options.value('d')?.replace('\\n', '\n').replace('\\t', '\t').replace('\\0', '\0');
  if (delimiter !== undefined) {
    const parts = text.split(delimiter);
    if (parts.at(-1) === '') parts.pop();
    return parts;
  }
  return splitWords(text);
}

function splitWords(text: string): string[] {
  const tokens = text.match(/(?:\\[^]|"[^"\n]*"|'[^'\n]*'|[^\s\\"'])+|["']/g) ?? [];
  return tokens.map((token) => {
    if (token === '"' || token === "'")
      throw new CommandFailure(
        `unmatched ${token === '"' ? 'double' : 'single'} quote; by default quotes are special to xargs unless you use the -0 option`,
      );
    return token.replace(
      /\\([^])|"([^"]*)"|'([^']*)'/g,
      (_, escaped?: string, double?: string, single?: string) => escaped ?? double ?? single ?? '',
    );
  });
}

function batchItems(all: readonly string[], count: number): string[][] {
  const batches: string[][] = [];
  let batch: string[] = [];
  let size = 0;
  for (const item of all) {
    if (batch.length >= count || size + item.length > LIMIT) {
      batches.push(batch);
      batch = [];
      size = 0;
    }
    batch.push(item);
    size += item.length + 1;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

function batchLines(text: string, count: number): string[][] {
  const all = lines(text);
  return Array.from({ length: Math.ceil(all.length / count) }, (_, index) =>
    all.slice(index * count, (index + 1) * count).flatMap(splitWords),
  );
}

class Runner {
  readonly #proc: Process;
  readonly #options: Options;
  readonly #parallel: number;
  readonly #running = new Set<number>();
  #status = 0;

  constructor(proc: Process, options: Options) {
    this.#proc = proc;
    this.#options = options;
    const wanted = Number(options.value('P') ?? 1);
    this.#parallel = wanted > 0 ? wanted : Infinity;
  }

  async run(argv: readonly string[]): Promise<void> {
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
    if (status === 255) this.#status = 124;
    else if (status > 128) this.#status = 125;
    else if (status > 0) this.#status ||= 123;
  }

  async finish(): Promise<number> {
    while (this.#running.size > 0) await this.#waitForOne();
    return this.#status;
  }
}
