import { tableOf } from '../../../lib/table.ts';
import { withoutEnd } from '../../../lib/trim-end.ts';
import { dirName } from '../../../kernel/files/path.ts';
import type { Process } from '../../../kernel/process.ts';
import { rawByte } from '../../../lib/bytes.ts';
import { CommandFailure } from '../../support/command.ts';
import { formatMode } from '../../support/mode.ts';
import { strftime } from '../../support/strftime.ts';
import { timeZoneOf, type TimeZone } from '../../support/time-zone.ts';
import { findGroupName, findUserName } from '../../support/users.ts';
import type { Visited } from './expression.ts';

/** A piece of a format: text, or a directive with its flags. */
type FormatPiece = string | Directive;

interface Directive {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  /** `T`, `A`, `C` with the letter of a time's part behind it, or one letter. */
  readonly letters: string;
}

/** A format in pieces, and what is odd about it. */
export interface ParsedFormat {
  readonly pieces: readonly FormatPiece[];
  readonly warnings: readonly string[];
}

const ESCAPES: Readonly<Record<string, string>> = tableOf({
  a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\',
}); // prettier-ignore

const KNOWN = 'abcdDfFgGhHiklmMnpPsStuUyY';

/** Reads a -printf format. @throws CommandFailure in find's words @see find(1) */
export function parseFormat(format: string): ParsedFormat {
  const pieces: FormatPiece[] = [];
  const warnings: string[] = [];
  const tokens = /\\([0-7]{1,3}|[^]|$)|%([-#0+ ]*)(\d*)(?:\.(\d+))?([TACB][^]|[^]|$)|[^\\%]+/g;
  for (const [token, escape, flags, width, precision, letters] of format.matchAll(tokens)) {
    if (escape === 'c') break;
    if (escape !== undefined) pieces.push(unescape(escape, warnings));
    else if (letters === '') throw new CommandFailure('error: % at end of format string');
    else if (letters === undefined) pieces.push(token);
    else if (letters === '%') pieces.push('%');
    else if (letters.length === 1 && !KNOWN.includes(letters)) {
      warnings.push(`warning: unrecognized format directive \`%${letters}'`);
      pieces.push(`%${letters}`);
    } else {
      const limit = precision === undefined ? undefined : Number(precision);
      pieces.push({ flags: flags ?? '', width: Number(width || 0), precision: limit, letters });
    }
  }
  return { pieces, warnings };
}

function unescape(escape: string, warnings: string[]): string {
  if (/^[0-7]/.test(escape)) return rawByte(Number.parseInt(escape, 8) & 255);
  const char = ESCAPES[escape];
  if (char === undefined && escape !== '') warnings.push(`warning: unrecognized escape \`\\${escape}'`);
  return char ?? `\\${escape}`;
}

/** A format filled in for a file. */
export function formatVisited(proc: Process, pieces: readonly FormatPiece[], visited: Visited): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : fill(proc, piece, visited))).join('');
}

function fill(proc: Process, { flags, width, precision, letters }: Directive, visited: Visited): string {
  const { stat } = visited;
  let value: string;
  if (letters.length > 1) {
    const ms = letters.startsWith('A') ? stat.atimeMs : letters.startsWith('C') ? stat.ctimeMs : stat.mtimeMs;
    value = formatTime(timeZoneOf(proc), letters.charAt(1), ms);
  } else value = detail(proc, letters, flags, visited);
  if (precision !== undefined && !/[sdmUGinkb]/.test(letters)) value = value.slice(0, precision);
  if (flags.includes('-')) return value.padEnd(width);
  return value.padStart(width, flags.includes('0') && /^[dmsUGinkb]$/.test(letters) ? '0' : ' ');
}

/** Seconds come with ten digits behind the point. */
function formatTime(zone: TimeZone, letter: string, ms: number): string {
  const fraction = `.${strftime('%N', ms, zone)}0`;
  if (letter === '@') return `${Math.floor(ms / 1000)}${fraction}`;
  if (letter === 'S') return strftime('%S', ms, zone) + fraction;
  if (letter === 'T' || letter === 'X') return strftime('%T', ms, zone) + fraction;
  if (letter === '+') return strftime('%Y-%m-%d+%T', ms, zone) + fraction;
  if (letter === 'c') return strftime('%a %b %e %T %Y', ms, zone);
  if (letter === 'q') return '%q';
  return strftime(`%${letter}`, ms, zone);
}

function detail(proc: Process, letter: string, flags: string, visited: Visited): string {
  const { path, name, stat, depth, start } = visited;
  const { files } = proc;
  switch (letter) {
    case 'a': return formatDate(timeZoneOf(proc), stat.atimeMs);
    case 'b': return String(stat.blocks);
    case 'c': return formatDate(timeZoneOf(proc), stat.ctimeMs);
    case 'd': return String(depth);
    case 'D': return String(stat.dev);
    case 'f': return path.length > 1 && path.endsWith('/') ? `${name}/` : name;
    case 'F': return fileSystemType(proc, path);
    case 'g': return findGroupName(files, stat.gid) ?? String(stat.gid);
    case 'G': return String(stat.gid);
    case 'h': return directoryOf(visited);
    case 'H': return start;
    case 'i': return String(stat.ino);
    case 'k': return String(Math.ceil(stat.blocks / 2));
    case 'l': return stat.type === 'symlink' ? files.readlink(path) : '';
    case 'm': return (flags.includes('#') ? '0' : '') + stat.mode.toString(8);
    case 'M': return formatMode(stat.type, stat.mode);
    case 'n': return String(stat.nlink);
    case 'p': return path;
    case 'P': return path === start ? '' : path.slice(start.length).replace(/^\//, '');
    case 's': return String(stat.size);
    case 'S': return stat.size === 0 ? '1' : String(Number(((stat.blocks * 512) / stat.size).toPrecision(6)));
    case 't': return formatDate(timeZoneOf(proc), stat.mtimeMs);
    case 'u': return findUserName(files, stat.uid) ?? String(stat.uid);
    case 'U': return String(stat.uid);
    case 'y': return typeLetter(stat.type);
    case 'Y': return targetLetter(proc, visited);
    default: return '';
  }
} // prettier-ignore

function formatDate(zone: TimeZone, ms: number): string {
  return `${strftime('%a %b %e %T.%N', ms, zone)}0 ${strftime('%Y', ms, zone)}`;
}

function directoryOf({ path, start }: Visited): string {
  const bare = withoutEnd(path, '/') || path.charAt(0);
  if (path === start && !bare.includes('/')) return path === bare ? '.' : bare;
  return dirName(bare);
}

function typeLetter(type: Visited['stat']['type']): string {
  return formatMode(type, 0).charAt(0).replace('-', 'f');
}

/** `N` for a link that leads nowhere. */
function targetLetter({ files }: Process, { path, stat }: Visited): string {
  const target = stat.type === 'symlink' ? files.statIfAny(path) : stat;
  return target ? typeLetter(target.type) : 'N';
}

function fileSystemType({ files }: Process, path: string): string {
  const real = files.realpath(path);
  const lines = files
    .readText('/proc/mounts')
    .split('\n')
    .map((line) => line.split(' '));
  const holds = (point: string): boolean => point === '/' || real === point || real.startsWith(`${point}/`);
  const best = lines.filter(([, point]) => point !== undefined && holds(point));
  return best.sort((left, right) => (right[1]?.length ?? 0) - (left[1]?.length ?? 0))[0]?.[2] ?? 'unknown';
}
