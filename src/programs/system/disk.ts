import { isSysError } from '../../kernel/errno.ts';
import { joinPath } from '../../kernel/files/path.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, complain } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { humanSize, humanSizeBusybox } from '../support/units.ts';

/** du: space that files take, in blocks of 4 KiB. */
export const du: Program = command(
  {
    short: 'abchd:kmsSxL',
    long: {
      all: 'a',
      bytes: 'b',
      total: 'c',
      'human-readable': 'h',
      'max-depth': 'd:',
      summarize: 's',
      'apparent-size': 'apparent-size',
    },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-aHLdclsxhmk] [FILE]...\n\nSummarize disk space used for each FILE and/or directory.',
  },
  async (proc, options) => {
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
  readonly #seen = new Set<string>();

  constructor(proc: Process, options: Options) {
    this.#proc = proc;
    this.#options = options;
    this.#depth = options.has('s') ? 0 : Number(options.value('d') ?? Infinity);
    this.#apparent = options.has('b', 'apparent-size');
  }

  async show(bytes: number, path: string): Promise<void> {
    const human = this.#proc.busybox ? humanSizeBusybox(bytes) : humanSize(bytes);
    const unit = this.#options.has('b') ? 1 : this.#options.has('m') ? 1 << 20 : 1024;
    await this.#proc.out(`${this.#options.has('h') ? human : Math.ceil(bytes / unit)}\t${path}\n`);
  }

  async count(path: string, depth: number): Promise<number> {
    const turn = this.#proc.tick(5);
    if (turn) await turn;
    try {
      const stat = this.#proc.files.lstat(path);
      const key = `${stat.dev}:${stat.ino}`;
      if (stat.type !== 'directory' && stat.nlink > 1 && this.#seen.has(key)) return 0;
      this.#seen.add(key);
      let bytes = this.#apparent ? stat.size : stat.blocks * 512;
      if (stat.type === 'directory') {
        for (const { name } of this.#proc.files.readDir(path))
          bytes += await this.count(joinPath(path, name), depth + 1);
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
