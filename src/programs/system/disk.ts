import { isSysError } from '../../kernel/errno.ts';
import { joinPath } from '../../kernel/files/path.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, complain } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { readMounts } from './mount.ts';
import { humanSize, humanSizeBusybox } from '../support/units.ts';

/** df: space of file systems. */
export const df: Program = command(
  {
    short: 'ahkmHT:iPlt:x:',
    long: {
      'human-readable': 'h',
      all: 'a',
      portability: 'P',
      'print-type': 'print-type',
      inodes: 'i',
      type: 't:',
    },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-PkmhTai] [-B SIZE] [-t TYPE] [FILESYSTEM]...\n\nPrint filesystem usage statistics',
  },
  async (proc, options) => {
    const mounts = readMounts(proc).filter(
      ({ type }) => !['proc', 'sysfs', 'cgroup2', 'devpts', 'mqueue'].includes(type),
    );
    let status = 0;
    let chosen = mounts;
    if (options.operands.length > 0) {
      chosen = [];
      for (const path of options.operands) {
        if (!proc.files.exists(path)) {
          await complain(
            proc,
            proc.busybox
              ? `${path}: can't find mount point: No such file or directory`.replace(
                  ": can't find mount point",
                  '',
                )
              : `${path}: No such file or directory`,
          );
          status = 1;
          continue;
        }
        const real = proc.files.realpath(path);
        const holder = readMounts(proc)
          .filter((one) => real === one.path || one.path === '/' || real.startsWith(`${one.path}/`))
          .sort((a, b) => a.path.length - b.path.length)
          .at(-1);
        if (holder) chosen.push(holder);
      }
      if (chosen.length === 0) return status;
    }
    const human = options.has('h');
    const size = (kib: number): string =>
      human
        ? proc.busybox
          ? humanSizeBusybox(kib * 1024)
          : humanSize(kib * 1024)
        : String(Math.ceil(options.has('m') ? kib / 1024 : kib));
    const rows = chosen.map((one) => {
      const space = proc.files.space(one.path);
      const [total, used, free] = [space.totalBytes, space.usedBytes, space.freeBytes].map((n) => n / 1024);
      const share =
        space.totalBytes > 0 ? Math.ceil((space.usedBytes * 100) / (space.usedBytes + space.freeBytes)) : 0;
      return [one.source, size(total ?? 0), size(used ?? 0), size(free ?? 0), `${share}%`, one.path];
    });
    const unit = human ? 'Size' : options.has('m') ? '1M-blocks' : '1K-blocks';
    const heads = [
      'Filesystem',
      unit,
      'Used',
      human && !proc.busybox ? 'Avail' : 'Available',
      'Use%',
      'Mounted on',
    ];
    if (proc.busybox) await proc.out(busyboxTable(rows, human));
    else await proc.out(gnuTable([heads, ...rows]));
    return status;
  },
);

function gnuTable(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(column === 0 ? 14 : column < 4 ? 5 : 0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map(
      (row) =>
        `${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : column === 5 ? cell : cell.padStart(widths[column] ?? 0))).join(' ')}\n`,
    )
    .join('');
}

function busyboxTable(rows: readonly (readonly string[])[], human: boolean): string {
  const head = human
    ? 'Filesystem                Size      Used Available Use% Mounted on\n'
    : 'Filesystem           1K-blocks      Used Available Use% Mounted on\n';
  return (
    head +
    rows
      .map(([source = '', total = '', used = '', free = '', share = '', path = '']) => {
        const name = source.length > 20 ? `${source}\n${' '.repeat(20)}` : source.padEnd(20);
        return `${name} ${total.padStart(9)} ${used.padStart(9)} ${free.padStart(9)} ${share.padStart(4)} ${path}\n`;
      })
      .join('')
  );
}

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
