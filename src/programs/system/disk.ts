import { isSysError } from '../../kernel/errno.ts';
import { baseName, joinPath } from '../../kernel/files/path.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, complain, UsageFailure } from '../support/command.ts';
import { nameMatcher } from '../files/find/name-matcher.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { humanSize, humanSizeBusybox } from '../support/units.ts';

/** du: space that files take, in blocks of 4 KiB. */
export const du: Program = command(
  {
    short: 'abchd:kmsSxLlB:t:X:0',
    long: {
      all: 'a',
      bytes: 'b',
      total: 'c',
      'human-readable': 'h',
      'max-depth': 'd:',
      summarize: 's',
      'apparent-size': 'apparent-size',
      'block-size': 'B:',
      threshold: 't:',
      exclude: 'exclude:',
      'one-file-system': 'x',
      'count-links': 'l',
      'separate-dirs': 'S',
      null: '0',
    },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-aHLdclsxhmk] [FILE]...\n\nSummarize disk space used for each FILE and/or directory.',
  },
  async (proc, options) => {
    if (options.has('s') && options.has('a') && !proc.busybox)
      throw new UsageFailure('cannot both summarize and show all entries');
    const depth = options.value('d');
    if (depth !== undefined && !/^\d+$/.test(depth))
      throw new UsageFailure(`invalid maximum depth ${quote(depth)}`);
    const counter = new DiskCounter(proc, options);
    let total = 0;
    for (const path of options.operands.length ? options.operands : ['.'])
      total += await counter.count(path, 0);
    if (options.has('c')) await counter.show(total, 'total');
    return counter.failed ? 1 : 0;
  },
);

class DiskCounter {
  failed = false;
  readonly #proc: Process;
  readonly #options: Options;
  readonly #depth: number;
  readonly #apparent: boolean;
  readonly #excluded: readonly ((name: string) => boolean)[];
  readonly #unit: number;
  /** Smaller ones are not shown; with a minus, bigger ones. */
  readonly #threshold: number | undefined;
  readonly #seen = new Set<string>();

  constructor(proc: Process, options: Options) {
    this.#proc = proc;
    this.#options = options;
    this.#depth = options.has('s') ? 0 : Number(options.value('d') ?? Infinity);
    this.#apparent = options.has('b', 'apparent-size');
    this.#excluded = options.values('exclude').map((pattern) => nameMatcher(pattern, false));
    const [block, threshold] = [options.value('B'), options.value('t')];
    this.#unit = options.has('b')
      ? 1
      : options.has('m')
        ? 1 << 20
        : block === undefined
          ? 1024
          : sizeArgument(block, '-B');
    if (threshold !== undefined)
      this.#threshold =
        sizeArgument(threshold.replace(/^-/, ''), '--threshold') * (threshold.startsWith('-') ? -1 : 1);
  }

  async show(bytes: number, path: string): Promise<void> {
    const human = this.#proc.busybox ? humanSizeBusybox(bytes) : humanSize(bytes);
    const limit = this.#threshold ?? 0;
    if (limit < 0 ? bytes > -limit : bytes < limit) return;
    const end = this.#options.has('0') ? '\0' : '\n';
    await this.#proc.out(`${this.#options.has('h') ? human : Math.ceil(bytes / this.#unit)}\t${path}${end}`);
  }

  async count(path: string, depth: number): Promise<number> {
    const turn = this.#proc.tick(5);
    if (turn) await turn;
    if (depth > 0 && this.#excluded.some((matches) => matches(baseName(path)))) return 0;
    try {
      const stat = this.#proc.files.lstat(path);
      const key = `${stat.dev}:${stat.ino}`;
      if (stat.type !== 'directory' && stat.nlink > 1 && this.#seen.has(key) && !this.#options.has('l'))
        return 0;
      this.#seen.add(key);
      let bytes = this.#apparent ? stat.size : stat.blocks * 512;
      if (stat.type === 'directory') {
        for (const { name } of this.#proc.files.readDir(path)) {
          const child = joinPath(path, name);
          const inner = await this.count(child, depth + 1);
          const separate = this.#options.has('S') && this.#proc.files.lstat(child).type === 'directory';
          if (!separate) bytes += inner;
        }
      }
      if (depth === 0 || (depth <= this.#depth && (stat.type === 'directory' || this.#options.has('a'))))
        await this.show(bytes, path);
      return bytes;
    } catch (error) {
      if (!isSysError(error) || error.code === 'EPIPE') throw error;
      const verb = error.code === 'EACCES' ? 'cannot read directory' : 'cannot access';
      await complain(
        this.#proc,
        this.#proc.busybox ? `${path}: ${error.message}` : `${verb} ${quote(path)}: ${error.message}`,
      );
      this.failed = true;
      return 0;
    }
  }
}

/** `1M`, `512`, `2KB` in bytes. @throws CommandFailure */
function sizeArgument(text: string, option: string): number {
  const [, digits, letter = '', decimal] = /^(\d*)([KMGT]?)(B?)$/i.exec(text.replace(/iB$/, '')) ?? [];
  if (digits === undefined || (digits === '' && letter === ''))
    throw new CommandFailure(`invalid ${option} argument '${text}'`);
  return (
    Number(digits || 1) * (decimal && letter ? 1000 : 1024) ** ' KMGT'.indexOf(letter.toUpperCase() || ' ')
  );
}
