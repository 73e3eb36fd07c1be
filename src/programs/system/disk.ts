import type { Program } from '../../kernel/process.ts';
import { command, complain } from '../support/command.ts';
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
