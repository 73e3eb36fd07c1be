import { isSysError } from '../../kernel/errno.ts';
import { typeName } from './type-name.ts';
import { TYPE_BITS, type Stat } from '../../kernel/files/inode.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, complain, UsageFailure } from '../support/command.ts';
import { unescapeText } from '../support/escapes.ts';
import { formatMode } from '../support/mode.ts';
import { quote, quoteIfNeeded } from '../support/quote.ts';
import { strftime } from '../support/strftime.ts';
import { timeZoneOf } from '../support/time-zone.ts';
import { findGroupName, findUserName } from '../support/users.ts';

const DEFAULT =
  '  File: %N\n  Size: %-10s\tBlocks: %-10b IO Block: %-6o %F\nDevice: %Hd,%Ld\tInode: %-11i Links: %h\nAccess: (%04a/%A)  Uid: (%5u/%8U)   Gid: (%5g/%8G)\nAccess: %x\nModify: %y\nChange: %z\n';
const TERSE = '%n %s %b %f %u %g %D %i %h %t %T %X %Y %Z %W %o\n';
const DEFAULT_DEVICE = DEFAULT.replace('Links: %h\n', 'Links: %-5h Device type: %Hr,%Lr\n');

/** stat, with -c. @see GNU coreutils */
export const stat: Program = command(
  {
    short: 'Lfc:t',
    long: { format: 'c:', printf: 'printf:', dereference: 'L', 'file-system': 'f', terse: 't' },
    usage: '[OPTION]... FILE...',
    busyboxUsage: '[-ltf] [-c FMT] FILE...\n\nDisplay file (default) or filesystem status',
  },
  async (proc, options) => {
    if (options.operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    const printf = options.value('printf');
    const format = options.value('c');
    let status = 0;
    for (const path of options.operands) {
      try {
        const found = options.has('L') ? proc.files.stat(path) : proc.files.lstat(path);
        const device = found.type === 'char' || found.type === 'block';
        const ours = format === undefined && printf === undefined;
        const text =
          printf !== undefined
            ? unescapeText(printf, 'printf').text
            : format !== undefined
              ? `${format}\n`
              : options.has('t')
                ? TERSE
                : device
                  ? DEFAULT_DEVICE
                  : DEFAULT;
        const shown = formatStat(proc, text, path, found, !ours);
        await proc.out(
          ours && !options.has('t') && !proc.busybox
            ? `${shown} Birth: ${timeText(proc, found.ctimeMs)}\n`
            : shown,
        );
      } catch (error) {
        if (!isSysError(error)) throw error;
        await complain(
          proc,
          proc.busybox
            ? `can't stat '${path}': ${error.message}`
            : `cannot statx ${quote(path)}: ${error.message}`,
        );
        status = 1;
      }
    }
    return status;
  },
);

function formatStat(proc: Process, format: string, path: string, found: Stat, always: boolean): string {
  return format.replace(
    /%([-0]?)(\d*)([HL]?[a-zA-Z%])/g,
    (_, flag: string, width: string, letter: string) => {
      const text = field(proc, letter, path, found, always);
      const size = Number(width || 0);
      return flag === '-' ? text.padEnd(size) : text.padStart(size, flag === '0' ? '0' : ' ');
    },
  );
}

function timeText(proc: Process, ms: number): string {
  return strftime('%F %T.%N %z', ms, timeZoneOf(proc));
}

function field(proc: Process, letter: string, path: string, found: Stat, always: boolean): string {
  switch (letter) {
    case 'a': return found.mode.toString(8);
    case 'A': return formatMode(found.type, found.mode);
    case 'b': return String(found.blocks);
    case 'B': return '512';
    case 'd': return String(found.dev);
    case 'Hd': return '0';
    case 'Ld': return String(found.dev);
    case 'D': return found.dev.toString(16);
    case 'f': return (found.mode | TYPE_BITS[found.type]).toString(16);
    case 'F': return typeName(found);
    case 'g': return String(found.gid);
    case 'G': return findGroupName(proc.files, found.gid) ?? 'UNKNOWN';
    case 'h': return String(found.nlink);
    case 'i': return String(found.ino);
    case 'm': return '/';
    case 'n': return path;
    case 'N': return quotedName(proc, path, found, always);
    case 'o': return '4096';
    case 's': return String(found.size);
    case 'Hr':
    case 't': return found.rdev[0].toString(letter === 't' ? 16 : 10);
    case 'Lr':
    case 'T': return found.rdev[1].toString(letter === 'T' ? 16 : 10);
    case 'u': return String(found.uid);
    case 'U': return findUserName(proc.files, found.uid) ?? 'UNKNOWN';
    case 'w': return timeText(proc, found.ctimeMs);
    case 'W': return String(Math.floor(found.ctimeMs / 1000));
    case 'x': return timeText(proc, found.atimeMs);
    case 'X': return String(Math.floor(found.atimeMs / 1000));
    case 'y': return timeText(proc, found.mtimeMs);
    case 'Y': return String(Math.floor(found.mtimeMs / 1000));
    case 'z': return timeText(proc, found.ctimeMs);
    case 'Z': return String(Math.floor(found.ctimeMs / 1000));
    case '%': return '%';
    default: return '?';
  }
} // prettier-ignore

/** The name, and a symlink's target; always in quotes where a format asked for it. */
function quotedName(proc: Process, path: string, found: Stat, always: boolean): string {
  const plain = (text: string): string =>
    proc.busybox ? `'${text}'` : always ? quote(text) : quoteIfNeeded(text);
  if (found.type !== 'symlink') return proc.busybox ? path : plain(path);
  return `${plain(path)} -> ${plain(proc.files.readlink(path))}`;
}
