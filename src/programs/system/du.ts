import { isSysError } from '../../kernel/errno.ts';
import type { Stat } from '../../kernel/files/inode.ts';
import { joinPath } from '../../kernel/files/path.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { nameMatcher } from '../files/find/name-matcher.ts';
import { command, CommandFailure, complain, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { strftime } from '../support/strftime.ts';
import { humanSize, humanSizeBusybox, parseByteCount, siSize } from '../support/units.ts';

/** du: space that files take, in blocks of 4 KiB. @see GNU coreutils 9.7 */
export const du: Program = command(
  {
    short: '0aB:bcDd:hHklLmPsSt:xX:',
    long: {
      all: 'a', bytes: 'b', total: 'c', 'human-readable': 'h', 'max-depth': 'd:', summarize: 's', 'apparent-size': 'apparent-size',
      'block-size': 'B:', exclude: 'exclude:', 'exclude-from': 'X:', threshold: 't:', time: 'time?', 'time-style': 'time-style:',
      'separate-dirs': 'S', 'count-links': 'l', dereference: 'L', 'no-dereference': 'P', 'one-file-system': 'x', null: '0', si: 'si',
      inodes: 'inodes',
    },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-aHLdclsxhmk] [FILE]...\n\nSummarize disk space used for each FILE and/or directory.',
  },
  async (proc, options) => {
    await check(proc, options);
    const counter = new DiskCounter(proc, options);
    const total: Usage = { size: 0, timeMs: 0 };
    for (const path of options.operands.length ? options.operands : ['.'])
      add(total, await counter.count(path, 0));
    if (options.has('c')) await counter.show(total, 'total');
    return counter.failed ? 1 : 0;
  },
); // prettier-ignore

/** @throws UsageFailure */
async function check(proc: Process, options: Options): Promise<void> {
  if (proc.busybox) return;
  const depth = options.value('d');
  if (depth !== undefined && !/^\d+$/.test(depth)) {
    await complain(proc, `invalid maximum depth ${quote(depth)}`);
    throw new UsageFailure('');
  }
  for (const [key, name] of [['B', '-B'], ['t', '-t']] as const) {
    const value = options.value(key);
    if (value !== undefined && parseUnit(value.replace(/^-/, '')) === undefined)
      throw new CommandFailure(`invalid ${name} argument ${quote(value)}`);
  } // prettier-ignore
  if (!options.has('s')) return;
  if (options.has('a')) throw new UsageFailure('cannot both summarize and show all entries');
  if (Number(depth) === 0) await complain(proc, 'warning: summarizing is the same as using --max-depth=0');
  else if (depth !== undefined)
    throw new UsageFailure(`warning: summarizing conflicts with --max-depth=${Number(depth)}`);
}

/** `1`, `K`, `2M`, `MB`. */
function parseUnit(text: string): number | undefined {
  return parseByteCount(/^\d/.test(text) ? text : `1${text}`);
}

/** What a file or a tree takes: bytes, or names with --inodes. */
interface Usage {
  size: number;
  /** The latest time in it. */
  timeMs: number;
}

function add(total: Usage, part: Usage): void {
  total.size += part.size;
  total.timeMs = Math.max(total.timeMs, part.timeMs);
}

class DiskCounter {
  failed = false;
  readonly #proc: Process;
  readonly #options: Options;
  readonly #depth: number;
  readonly #threshold: number;
  readonly #excluded: readonly ((name: string) => boolean)[];
  readonly #seen = new Set<string>();

  constructor(proc: Process, options: Options) {
    this.#proc = proc;
    this.#options = options;
    this.#depth = options.has('s') ? 0 : Number(options.value('d') ?? Infinity);
    const threshold = options.value('t') ?? '0';
    this.#threshold = (parseUnit(threshold.replace(/^-/, '')) ?? 0) * (threshold.startsWith('-') ? -1 : 1);
    const lists = options.values('X').flatMap((path) => proc.files.readText(path).split('\n'));
    const patterns = [...options.values('exclude'), ...lists.filter((line) => line !== '')];
    this.#excluded = patterns.map((pattern) => nameMatcher(pattern, false));
  }

  async show({ size, timeMs }: Usage, path: string): Promise<void> {
    const time = this.#options.has('time') ? `${this.#time(timeMs)}\t` : '';
    await this.#proc.out(`${this.#size(size)}\t${time}${path}${this.#options.has('0') ? '\0' : '\n'}`);
  }

  #size(size: number): string {
    const options = this.#options;
    if (options.has('inodes')) return String(size);
    const how = options.last('h', 'si', 'B', 'b', 'k', 'm');
    if (how === 'h') return this.#proc.busybox ? humanSizeBusybox(size) : humanSize(size);
    if (how === 'si') return siSize(size);
    const unit = how === 'B' ? (options.value('B') ?? '') : how === 'b' ? '1' : how === 'm' ? '1M' : '1K';
    // A unit without a number is shown behind each size.
    const letter = /^\d/.test(unit) ? '' : unit;
    return `${Math.ceil(size / (parseUnit(unit) ?? 1024))}${letter}`;
  }

  #time(ms: number): string {
    const style = this.#options.value('time-style') ?? 'long-iso';
    const known = { 'full-iso': '%F %T.%N %z', 'long-iso': '%F %R', iso: '%F' }[style];
    return strftime(known ?? style.replace(/^\+/, ''), ms);
  }

  #isExcluded(path: string): boolean {
    return this.#excluded.some(
      (matches) =>
        matches(path) || path.split('/').some((_, at, parts) => matches(parts.slice(at).join('/'))),
    );
  }

  async count(path: string, depth: number): Promise<Usage> {
    const turn = this.#proc.tick(5);
    if (turn) await turn;
    const usage: Usage = { size: 0, timeMs: 0 };
    if (this.#isExcluded(path)) return usage;
    const options = this.#options;
    const { files } = this.#proc;
    try {
      const follows = options.has('L') || (depth === 0 && options.has('D', 'H'));
      const stat = follows ? files.stat(path) : files.lstat(path);
      const key = `${stat.dev}:${stat.ino}`;
      const again = this.#seen.has(key) && !options.has('l');
      if (again && (stat.type !== 'directory' || !this.#proc.busybox) && (stat.nlink > 1 || depth === 0))
        return usage;
      this.#seen.add(key);
      usage.size = options.has('inodes')
        ? 1
        : options.has('b', 'apparent-size')
          ? this.#apparent(stat)
          : stat.blocks * 512;
      usage.timeMs =
        {
          atime: stat.atimeMs,
          access: stat.atimeMs,
          use: stat.atimeMs,
          ctime: stat.ctimeMs,
          status: stat.ctimeMs,
        }[options.value('time') ?? ''] ?? stat.mtimeMs;
      const own = { ...usage };
      if (stat.type === 'directory') {
        for (const { name } of files.readDir(path)) {
          const inner = await this.count(joinPath(path, name), depth + 1);
          add(usage, inner);
          if (options.has('S') && files.lstatIfAny(joinPath(path, name))?.type !== 'directory')
            add(own, inner);
        }
      }
      const wanted = depth === 0 || (depth <= this.#depth && (stat.type === 'directory' || options.has('a')));
      if (wanted) await this.#showWithin(options.has('S') ? own : usage, path);
      return usage;
    } catch (error) {
      if (!isSysError(error) || error.code === 'EPIPE') throw error;
      const verb = error.code === 'EACCES' ? 'cannot read directory' : 'cannot access';
      await complain(
        this.#proc,
        this.#proc.busybox ? `${path}: ${error.message}` : `${verb} ${quote(path)}: ${error.message}`,
      );
      this.failed = true;
      return usage;
    }
  }

  /** Only files have a size of their own, as coreutils 9 counts it. */
  #apparent({ type, size }: Stat): number {
    return type === 'file' || type === 'symlink' || type === 'directory' ? size : 0;
  }

  async #showWithin(usage: Usage, path: string): Promise<void> {
    const fits = this.#threshold < 0 ? usage.size <= -this.#threshold : usage.size >= this.#threshold;
    if (fits) await this.show(usage, path);
  }
}
