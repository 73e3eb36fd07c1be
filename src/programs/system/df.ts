import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, complain, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { humanSize, humanSizeBusybox } from '../support/units.ts';
import { readMounts, type Mount } from './mount.ts';

/** What df leaves out unless it is asked for all: file systems without space. */
const DUMMY = new Set(['proc', 'sysfs', 'cgroup2', 'devpts', 'mqueue']);
/** A file system of ours has inodes as it needs them: one for each so many bytes is shown, as mkfs.ext4 makes them. */
const BYTES_PER_INODE = 16_384;

/** df: space of file systems. */
export const df: Program = command(
  {
    short: 'ahHkmTiPlB:t:x:',
    long: {
      all: 'a',
      'human-readable': 'h',
      si: 'H',
      portability: 'P',
      'print-type': 'T',
      inodes: 'i',
      local: 'l',
      'block-size': 'B:',
      type: 't:',
      'exclude-type': 'x:',
      total: 'total',
      output: 'output?',
    },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-PkmhTai] [-B SIZE] [-t TYPE] [FILESYSTEM]...\n\nPrint filesystem usage statistics',
  },
  async (proc, options) => {
    const columns = columnsOf(options);
    const { chosen, status } = await choose(proc, options);
    if (chosen.length === 0) {
      if (status === 0 && !proc.busybox) throw new CommandFailure('no file systems processed');
      return status;
    }
    const unit = unitOf(options);
    const spaces = chosen.map((mount) => spaceOf(proc, mount));
    if (options.has('total')) spaces.push(totalOf(spaces));
    const rows = spaces.map((space) => columns.map((column) => cell(proc, space, column, unit, options)));
    const heads = columns.map((column) => headOf(proc, column, unit, options));
    await proc.out(proc.busybox ? busyboxTable(rows, heads) : gnuTable([heads, ...rows], columns));
    return status;
  },
);

type Column =
  | 'source'
  | 'fstype'
  | 'itotal'
  | 'iused'
  | 'iavail'
  | 'ipcent'
  | 'size'
  | 'used'
  | 'avail'
  | 'pcent'
  | 'file'
  | 'target';
const COLUMNS: readonly Column[] = ['source', 'fstype', 'itotal', 'iused', 'iavail', 'ipcent', 'size', 'used', 'avail', 'pcent', 'file', 'target']; // prettier-ignore

function columnsOf(options: Options): readonly Column[] {
  const inodes = options.has('i');
  if (options.has('output')) {
    if (inodes) throw new UsageFailure('options -i and --output are mutually exclusive');
    const given = options.value('output');
    if (given === undefined || given === '') return COLUMNS;
    return given.split(',').map((name) => {
      if (!COLUMNS.includes(name as Column))
        throw new UsageFailure(`option --output: field ‘${name}’ unknown`);
      return name as Column;
    });
  }
  const middle: Column[] = inodes
    ? ['itotal', 'iused', 'iavail', 'ipcent']
    : ['size', 'used', 'avail', 'pcent'];
  return ['source', ...(options.has('T') ? (['fstype'] as const) : []), ...middle, 'target'];
}

/** The file systems of the operands, or all that have space; what is not there is complained of. */
async function choose(
  proc: Process,
  options: Options,
): Promise<{ chosen: readonly (Mount & { file?: string })[]; status: number }> {
  const all = readMounts(proc);
  const [only, without] = [options.values('t'), options.values('x')];
  const fits = ({ type }: Mount): boolean =>
    (only.length === 0 || only.includes(type)) && !without.includes(type);
  if (options.operands.length === 0) {
    const shown = all.filter((mount) => (options.has('a') || !DUMMY.has(mount.type)) && fits(mount));
    return { chosen: proc.busybox || options.has('a') ? shown : oncePerDevice(shown), status: 0 };
  }
  const chosen: (Mount & { file?: string })[] = [];
  let status = 0;
  for (const path of options.operands) {
    if (!proc.files.exists(path)) {
      await complain(proc, `${path}: No such file or directory`);
      status = 1;
      continue;
    }
    const real = proc.files.realpath(path);
    const holder = all
      .filter((one) => real === one.path || one.path === '/' || real.startsWith(`${one.path}/`))
      .sort((a, b) => a.path.length - b.path.length)
      .at(-1);
    if (holder && fits(holder)) chosen.push({ ...holder, file: path });
  }
  return { chosen, status };
}

/** Of the mounts of one device coreutils shows the one with the shortest path. @see coreutils df.c filter_mount_list */
function oncePerDevice(mounts: readonly Mount[]): Mount[] {
  const kept: Mount[] = [];
  for (const mount of mounts) {
    const index = mount.source.startsWith('/') ? kept.findIndex(({ source }) => source === mount.source) : -1;
    const other = kept[index];
    if (!other) kept.push(mount);
    else if (mount.path.length < other.path.length) kept[index] = mount;
  }
  return kept;
}

interface Space {
  readonly source: string;
  readonly type: string;
  readonly path: string;
  readonly file: string;
  readonly total: number;
  readonly used: number;
  readonly free: number;
}

function spaceOf(proc: Process, { source, type, path, file = '-' }: Mount & { file?: string }): Space {
  const { totalBytes, usedBytes, freeBytes } = proc.files.space(path);
  return { source, type, path, file, total: totalBytes, used: usedBytes, free: freeBytes };
}

function totalOf(spaces: readonly Space[]): Space {
  const sum = (of: (space: Space) => number): number => spaces.reduce((total, space) => total + of(space), 0);
  const [total, used, free] = [sum((one) => one.total), sum((one) => one.used), sum((one) => one.free)];
  return { source: 'total', type: '-', path: '-', file: '-', total, used, free };
}

/** Bytes of a block. @throws CommandFailure for a size that is none */
function unitOf(options: Options): number {
  const given = options.value('B');
  if (given === undefined) return options.has('m') ? 1 << 20 : 1024;
  const [, digits, letter = ''] = /^(\d*)([KMGT]?)i?B?$/i.exec(given) ?? [];
  if (digits === undefined || (digits === '' && letter === ''))
    throw new CommandFailure(`invalid -B argument '${given}'`);
  return Number(digits || 1) * 1024 ** ' KMGT'.indexOf(letter.toUpperCase() || ' ');
}

function cell(proc: Process, space: Space, column: Column, unit: number, options: Options): string {
  const size = (bytes: number): string => {
    if (options.has('H')) return decimalSize(bytes);
    if (options.has('h')) return proc.busybox ? humanSizeBusybox(bytes) : humanSize(bytes);
    return String(Math.ceil(bytes / unit));
  };
  const inodes = (bytes: number): string => {
    const count = Math.round(bytes / BYTES_PER_INODE);
    return options.has('h') ? humanSize(count) : String(count);
  };
  const { total, used, free } = space;
  const share = total > 0 ? `${Math.ceil((used * 100) / (used + free))}%` : proc.busybox ? '0%' : '-';
  switch (column) {
    case 'source':
      return space.source;
    case 'fstype':
      return space.type;
    case 'itotal':
      return inodes(total);
    case 'iused':
      return inodes(used);
    case 'iavail':
      return String(Number.parseInt(inodes(total), 10) - Number.parseInt(inodes(used), 10));
    case 'ipcent':
    case 'pcent':
      return share;
    case 'size':
      return size(total);
    case 'used':
      return size(used);
    case 'avail':
      return size(free);
    case 'file':
      return space.file;
    case 'target':
      return space.path;
  }
}

/** In powers of a thousand, rounded up, as -H has them. */
function decimalSize(bytes: number): string {
  let size = bytes;
  let power = 0;
  for (; size >= 1000 && power < 5; power++) size /= 1000;
  if (power === 0) return String(bytes);
  const tenths = Math.ceil(size * 10) / 10;
  return `${tenths < 10 ? tenths.toFixed(1) : Math.ceil(size)}${' kMGTP'.charAt(power)}`;
}

function headOf(proc: Process, column: Column, unit: number, options: Options): string {
  const human = options.has('h', 'H');
  const size = unit % (1 << 20) === 0 ? `${unit >> 20}M` : unit % 1024 === 0 ? `${unit / 1024}K` : `${unit}B`;
  switch (column) {
    case 'source':
      return 'Filesystem';
    case 'fstype':
      return 'Type';
    case 'itotal':
      return 'Inodes';
    case 'iused':
      return proc.busybox ? 'Used' : 'IUsed';
    case 'iavail':
      return proc.busybox ? 'Available' : 'IFree';
    case 'ipcent':
      return proc.busybox ? 'Use%' : 'IUse%';
    case 'size':
      return human ? 'Size' : options.has('P') ? `${unit}-blocks` : `${size}-blocks`;
    case 'used':
      return 'Used';
    case 'avail':
      return human && !proc.busybox ? 'Avail' : 'Available';
    case 'pcent':
      return options.has('P') ? 'Capacity' : 'Use%';
    case 'file':
      return 'File';
    case 'target':
      return 'Mounted on';
  }
}

/** Least widths of coreutils' columns. @see coreutils df.c field_data */
const LEAST: Partial<Record<Column, number>> = { source: 14, fstype: 4, size: 5, used: 5, avail: 5, itotal: 5, iused: 5, iavail: 5, pcent: 4, ipcent: 4 }; // prettier-ignore
const LEFT = new Set<Column>(['source', 'fstype', 'file', 'target']);

function gnuTable(rows: readonly (readonly string[])[], columns: readonly Column[]): string {
  const widths = columns.map((column, index) =>
    Math.max(LEAST[column] ?? 0, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  return rows
    .map((row) => {
      const cells = row.map((text, index) => {
        if (index === row.length - 1 && LEFT.has(columns[index] ?? 'target')) return text;
        return LEFT.has(columns[index] ?? 'target')
          ? text.padEnd(widths[index] ?? 0)
          : text.padStart(widths[index] ?? 0);
      });
      return `${cells.join(' ')}\n`;
    })
    .join('');
}

/** busybox has fixed widths; a long name stands on a line of its own. @see busybox df.c */
function busyboxTable(rows: readonly (readonly string[])[], heads: readonly string[]): string {
  const hasType = heads[1] === 'Type';
  const line = (cells: readonly string[]): string => {
    const [source = '', ...rest] = cells;
    const type = hasType ? ` ${(rest.shift() ?? '').padEnd(10)}` : '';
    const [total = '', used = '', free = '', share = '', path = ''] = rest;
    const name = source.length > 20 ? `${source}\n${' '.repeat(20)}` : source.padEnd(20);
    return `${name}${type} ${total.padStart(9)} ${used.padStart(9)} ${free.padStart(9)} ${share.padStart(4)} ${path}\n`;
  };
  const portable = heads.includes('Capacity');
  const head = portable
    ? `Filesystem           ${heads.at(-5) ?? ''}    Used Available Capacity Mounted on\n`
    : line(heads);
  return head + rows.map(line).join('');
}
