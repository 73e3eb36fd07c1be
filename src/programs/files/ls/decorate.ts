import type { Stat } from '../../../kernel/files/inode.ts';
import type { Process } from '../../../kernel/process.ts';
import type { Options } from '../../support/parse-options.ts';
import type { LsEntry } from './entry.ts';

/** How names are shown: colour, a mark for the type, quotes. */
export interface Decoration {
  readonly color: boolean;
  /** `-F`, `-p`, or nothing. */
  readonly marks: 'all' | 'directories' | 'none';
  /** GNU quotes names with special characters on a terminal. */
  readonly quotes: boolean;
}

export function decorationOf(proc: Process, options: Options): Decoration {
  const terminal = proc.stdout.kind === 'tty';
  const when = options.has('color')
    ? (options.value('color') ?? 'always')
    : proc.busybox && terminal
      ? 'auto'
      : 'never';
  return {
    color: when === 'always' || (when === 'auto' && terminal),
    marks: options.has('F') ? 'all' : options.has('p') ? 'directories' : 'none',
    quotes: terminal && !proc.busybox && !options.has('N'),
  };
}

function markOf(stat: Stat, marks: Decoration['marks']): string {
  if (stat.type === 'directory') return marks === 'none' ? '' : '/';
  if (marks !== 'all') return '';
  if (stat.type === 'file') return stat.mode & 0o111 ? '*' : '';
  return { symlink: '@', fifo: '|', socket: '=', char: '', block: '' }[stat.type];
}

function colorOf(stat: Stat, broken: boolean): string {
  switch (stat.type) {
    case 'directory':
      return (stat.mode & 0o1002) === 0o1002 ? '30;42' : (stat.mode & 0o002) !== 0 ? '34;42' : '01;34';
    case 'symlink':
      return broken ? '40;31;01' : '01;36';
    case 'fifo':
      return '40;33';
    case 'socket':
      return '01;35';
    case 'char':
    case 'block':
      return '40;33;01';
    default:
      return stat.mode & 0o111 ? '01;32' : '';
  }
}

function quoted(name: string, on: boolean): string {
  if (!on || !/[\s'"$`\\!*?[\]|&;<>(){}#~^]/.test(name)) return name;
  return name.includes("'")
    ? /["$`\\]/.test(name)
      ? `'${name.replace(/'/g, "'\\''")}'`
      : `"${name}"`
    : `'${name}'`;
}

function paint(text: string, stat: Stat, broken: boolean, { color }: Decoration): string {
  const code = color ? colorOf(stat, broken) : '';
  return code ? `\x1b[${code}m${text}\x1b[0m` : text;
}

/** A name as it stands in a column, and the same without colours. */
export function shortName(entry: LsEntry, decoration: Decoration): { text: string; plain: string } {
  const name = quoted(entry.name, decoration.quotes);
  const mark = markOf(entry.stat, decoration.marks);
  const broken = entry.target !== undefined && !entry.targetStat;
  return { text: paint(name, entry.stat, broken, decoration) + mark, plain: name + mark };
}

/** A name as `ls -l` shows it, with `-> target`. */
export function longName(entry: LsEntry, decoration: Decoration): string {
  if (entry.target === undefined) return shortName(entry, decoration).text;
  const { text } = shortName(entry, { ...decoration, marks: 'none' });
  const target = quoted(entry.target, decoration.quotes);
  if (!entry.targetStat) return `${text} -> ${target}`;
  return `${text} -> ${paint(target, entry.targetStat, false, decoration)}${markOf(entry.targetStat, decoration.marks)}`;
}
