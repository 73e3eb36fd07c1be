import type { Stat } from '../../../kernel/files/inode.ts';
import type { Process } from '../../../kernel/process.ts';
import type { Options } from '../../support/parse-options.ts';
import type { LsEntry } from './entry.ts';

/** How names are shown: colour, a mark for the type, quotes. */
export interface Decoration {
  readonly color: boolean;
  /** `-F`, `--file-type`, `-p`, or nothing. */
  readonly marks: 'all' | 'types' | 'directories' | 'none';
  /** GNU quotes names with special characters on a terminal; `-b` and `-Q` always. */
  readonly quotes: 'shell' | 'escape' | 'c' | 'literal';
}

/** GNU ls shows no colours to a terminal it does not know. @see coreutils dircolors */
function knowsColor({ env }: Process): boolean {
  const known =
    /^(alacritty|ansi|.*color.*|con\d.*|cons25|console|cygwin|dtterm|eterm|gnome|hurd|jfbterm|konsole|kterm|linux|mach|mlterm|putty|rxvt|screen|st|terminator|tmux|vt100|xterm)/i;
  return Boolean(env.get('LS_COLORS') || env.get('COLORTERM')) || known.test(env.get('TERM') ?? '');
}

export function decorationOf(proc: Process, options: Options): Decoration {
  const terminal = proc.stdout.kind === 'tty';
  const when = options.has('color')
    ? (options.value('color') ?? 'always')
    : proc.busybox && terminal
      ? 'auto'
      : 'never';
  return {
    color: (proc.busybox || knowsColor(proc)) && (when === 'always' || (when === 'auto' && terminal)),
    marks: marksOf(options),
    quotes: quotesOf(proc, options, terminal),
  };
}

function marksOf(options: Options): Decoration['marks'] {
  const style = options.value('indicator-style');
  const last = options.last('F', 'file-type', 'p', 'indicator-style');
  if (last === 'F' || style === 'classify') return 'all';
  if (last === 'file-type' || style === 'file-type') return 'types';
  return last === 'p' || style === 'slash' ? 'directories' : 'none';
}

function quotesOf(proc: Process, options: Options, terminal: boolean): Decoration['quotes'] {
  if (proc.busybox) return 'literal';
  const last = options.last('N', 'b', 'Q', 'quoting-style');
  const style = last === 'quoting-style' ? options.value('quoting-style') : undefined;
  if (last === 'b' || style === 'escape') return 'escape';
  if (last === 'Q' || style === 'c') return 'c';
  return last === 'N' || style === 'literal' || (!terminal && style !== 'shell-escape' && style !== 'shell')
    ? 'literal'
    : 'shell';
}

function markOf(stat: Stat, marks: Decoration['marks']): string {
  if (stat.type === 'directory') return marks === 'none' ? '' : '/';
  if (marks !== 'all' && marks !== 'types') return '';
  if (stat.type === 'file') return marks === 'all' && stat.mode & 0o111 ? '*' : '';
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

function quoted(name: string, style: Decoration['quotes']): string {
  if (style === 'literal') return name;
  if (style !== 'shell') {
    const escaped = name.replace(
      /[\\\n\t\r]/g,
      (char) => ({ '\n': '\\n', '\t': '\\t', '\r': '\\r' })[char] ?? '\\\\',
    );
    return style === 'c' ? `"${escaped.replaceAll('"', '\\"')}"` : escaped.replaceAll(' ', '\\ ');
  }
  if (!/[\s'"$`\\!*?[\]|&;<>(){}#~^]/.test(name)) return name;
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
