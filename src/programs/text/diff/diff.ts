import { withoutEnd } from '../../../lib/trim-end.ts';
import { toText } from '../../../lib/bytes.ts';
import { isSysError } from '../../../kernel/errno.ts';
import type { Process, Program } from '../../../kernel/process.ts';
import { command, CommandFailure, complain, UsageFailure } from '../../support/command.ts';
import { readAllBytes } from '../../support/input.ts';
import type { Options } from '../../support/parse-options.ts';
import { strftime } from '../../support/strftime.ts';
import { compileGlob } from '../../../lib/glob.ts';
import { posixRegExp } from '../../../lib/regexp/posix-regexp.ts';
import { findChanges, type Change } from './edit-script.ts';
import { formatNormal, formatUnified, type DiffSides } from './format-diff.ts';
import { colorDiff, formatContext, formatEd, formatRcs, formatSideBySide } from './other-formats.ts';

const SAME = 0;
const DIFFERENT = 1;
const TROUBLE = 2;

/** diff: what changed between two files or trees, in the normal or the unified format. @see POSIX diff, GNU diffutils 3.10 */
export const diff: Program = command(
  {
    short: 'abBcC:dEeF:iI:lnNpqrS:stTuU:wL:x:X:yW:Z',
    long: {
      brief: 'q', unified: 'unified?', recursive: 'r', 'new-file': 'N', 'ignore-case': 'i', 'ignore-all-space': 'w', 'ignore-space-change': 'b',
      'ignore-blank-lines': 'B', 'ignore-matching-lines': 'I:', exclude: 'x:', 'exclude-from': 'X:', context: 'context?', ed: 'e', rcs: 'n', 'side-by-side': 'y', width: 'W:', 'suppress-common-lines': 'suppress', 'left-column': 'left', 'strip-trailing-cr': 'strip-cr', 'no-dereference': 'no-dereference', 'starting-file': 'S:', 'ignore-trailing-space': 'Z', 'report-identical-files': 's', text: 'a', label: 'L:', color: 'color?', normal: 'normal',
    },
    usage: '[OPTION]... FILES',
    busyboxUsage: '[-abBdiNqrTstw] [-L LABEL] [-S FILE] [-U LINES] FILE1 FILE2\n\nCompare files line by line and output the differences between them.',
    usageStatus: TROUBLE,
    hint: "diff: Try 'diff --help' for more information.",
    version: 'diff (GNU diffutils) 3.10\n',
  },
  async (proc, options) => {
    const [left, right, extra] = options.operands;
    if (left === undefined || right === undefined)
      throw new UsageFailure(proc.busybox ? '' : `missing operand after '${left ?? commandWord(proc)}'`);
    if (extra !== undefined) throw new UsageFailure(`extra operand '${extra}'`);
    return compare(proc, options, left, right, true);
  },
); // prettier-ignore

function commandWord(proc: Process): string {
  return proc.argv.at(-1) ?? 'diff';
}

async function compare(
  proc: Process,
  options: Options,
  left: string,
  right: string,
  top: boolean,
): Promise<number> {
  const isDirectory = (path: string): boolean =>
    path !== '-' && proc.files.statIfAny(path)?.type === 'directory';
  if (isDirectory(left) && isDirectory(right)) return compareTrees(proc, options, left, right, top);
  // A directory against a file means the file of that name in it.
  const name = (path: string): string => withoutEnd(path, '/').split('/').at(-1) ?? path;
  if (isDirectory(left)) return compareFiles(proc, options, join(left, name(right)), right, top);
  if (isDirectory(right)) return compareFiles(proc, options, left, join(right, name(left)), top);
  return compareFiles(proc, options, left, right, top);
}

function join(directory: string, name: string): string {
  return `${withoutEnd(directory, '/')}/${name}`;
}

async function compareTrees(
  proc: Process,
  options: Options,
  left: string,
  right: string,
  top: boolean,
): Promise<number> {
  if (!top && !options.has('r')) {
    await proc.out(`Common subdirectories: ${left} and ${right}\n`);
    return SAME;
  }
  const [own, other] = [left, right].map((path) => new Set(proc.files.readDir(path).map(({ name }) => name)));
  let worst = SAME;
  const excluded = options.values('x').map((glob) => compileGlob(glob));
  for (const name of [...new Set([...(own ?? []), ...(other ?? [])])].sort()) {
    if (excluded.some((glob) => glob.test(name))) continue;
    const missing = !own?.has(name) || !other?.has(name);
    if (missing && !options.has('N')) {
      await proc.out(`Only in ${own?.has(name) ? left : right}: ${name}\n`);
      worst = Math.max(worst, DIFFERENT);
    } else worst = Math.max(worst, await compare(proc, options, join(left, name), join(right, name), false));
  }
  return worst;
}

async function compareFiles(
  proc: Process,
  options: Options,
  left: string,
  right: string,
  top: boolean,
): Promise<number> {
  const sides = [await readSide(proc, options, left), await readSide(proc, options, right)];
  const [before, after] = sides;
  if (!before || !after) return TROUBLE;
  const key = comparisonKey(options);
  const [a, b] = [splitLines(before), splitLines(after)];
  const same = before === after || (key !== undefined && a.map(key).join('\n') === b.map(key).join('\n'));
  if (same) {
    if (options.has('s')) await proc.out(`Files ${left} and ${right} are identical\n`);
    return SAME;
  }
  if (options.has('q')) {
    await proc.out(`Files ${left} and ${right} differ\n`);
    return DIFFERENT;
  }
  if (!options.has('a') && (before.includes('\0') || after.includes('\0'))) {
    await proc.out(`Binary files ${left} and ${right} differ\n`);
    return DIFFERENT;
  }
  return report(
    proc,
    options,
    left,
    right,
    { before: a, after: b, beforeComplete: complete(before), afterComplete: complete(after) },
    top,
  );
}

async function report(
  proc: Process,
  options: Options,
  left: string,
  right: string,
  sides: DiffSides,
  top: boolean,
): Promise<number> {
  const key = comparisonKey(options) ?? ((line: string) => line);
  // A last line without newline differs from the same line with one.
  const marked = (lines: readonly string[], whole: boolean): string[] =>
    lines.map((line, index) => key(line) + (!whole && index === lines.length - 1 ? '\n' : ''));
  const turn = proc.tick(sides.before.length + sides.after.length);
  if (turn) await turn;
  const found = findChanges(
    marked(sides.before, sides.beforeComplete),
    marked(sides.after, sides.afterComplete),
  );
  const changes = found.filter((change) => !isIgnored(sides, change, options));
  if (changes.length === 0) return SAME;
  if (!top && !options.has('q'))
    await proc.out(
      `${['diff', ...proc.argv.slice(1).filter((word) => word.startsWith('-')), left, right].join(' ')}\n`,
    );
  const text = await formatted(proc, options, changes, sides, [left, right]);
  const color = options.has('color') ? (options.value('color') ?? 'auto') : 'never';
  const colored = color === 'always' || (color === 'auto' && proc.stdout.kind === 'tty');
  await proc.out(colored ? colorDiff(text) : text);
  return DIFFERENT;
}

async function formatted(
  proc: Process,
  options: Options,
  changes: readonly Change[],
  sides: DiffSides,
  [left, right]: readonly [string, string],
): Promise<string> {
  const labels = options.values('L');
  const header = (mark: string, path: string, label: string | undefined): string =>
    `${mark} ${label ?? (proc.busybox ? path : `${path}\t${stamp(proc, path)}`)}\n`;
  if (options.has('y')) return formatSideBySide(changes, sides, Number(options.value('W') ?? 130), options.has('suppress'));
  if (options.has('e')) return formatEd(changes, sides);
  if (options.has('n')) return formatRcs(changes, sides);
  if (options.has('c', 'C', 'context')) {
    const context = Number(options.value('C') ?? options.value('context') ?? 3);
    return header('***', left, labels[0]) + header('---', right, labels[1]) + formatContext(changes, sides, context);
  }
  const context = contextLines(proc, options);
  if (context === undefined) return formatNormal(changes, sides);
  return header('---', left, labels[0]) + header('+++', right, labels[1]) + formatUnified(changes, sides, context);
} // prettier-ignore

/** Whether `-B` or `-I` let pass all lines of a change. */
function isIgnored(sides: DiffSides, change: Change, options: Options): boolean {
  const patterns = options.values('I').map((text) => posixRegExp(text));
  if (!options.has('B') && patterns.length === 0) return false;
  const lines = [
    ...sides.before.slice(change.oldStart, change.oldEnd),
    ...sides.after.slice(change.newStart, change.newEnd),
  ];
  return lines.every(
    (line) => (options.has('B') && line === '') || patterns.some((pattern) => pattern.test(line)),
  );
}

/** busybox knows no other format than the unified one. */
function contextLines(proc: Process, options: Options): number | undefined {
  const text = options.value('U') ?? options.value('unified');
  if (text === undefined) return proc.busybox || options.has('u', 'unified') ? 3 : undefined;
  if (!/^\d+$/.test(text)) throw new CommandFailure(`invalid context length '${text}'`, TROUBLE);
  return Number(text);
}

function comparisonKey(options: Options): ((line: string) => string) | undefined {
  if (!options.has('i', 'w', 'b')) return undefined;
  return (line) => {
    let text = options.has('w') ? line.replace(/\s+/g, '') : line;
    if (options.has('b')) text = text.replace(/\s+/g, ' ').replace(/ $/, '');
    return options.has('i') ? text.toLowerCase() : text;
  };
}

function complete(text: string): boolean {
  return text === '' || text.endsWith('\n');
}

function splitLines(text: string): string[] {
  if (text === '') return [];
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

function stamp(proc: Process, path: string): string {
  const stat = path === '-' ? undefined : proc.files.statIfAny(path);
  const time = stat ? stat.mtimeMs : path === '-' ? proc.now() : 0;
  const fraction = Math.floor((time % 1000) * 1e6)
    .toString()
    .padStart(9, '0');
  return `${strftime('%Y-%m-%d %H:%M:%S', time)}.${fraction} +0000`;
}

async function readSide(proc: Process, options: Options, path: string): Promise<string | undefined> {
  if (path === '-') return toText(await readAllBytes(proc, proc.stdin));
  try {
    const file = await proc.open(path);
    file.retain();
    try {
      return toText(await readAllBytes(proc, file));
    } finally {
      file.release();
    }
  } catch (error) {
    if (!isSysError(error)) throw error;
    if (error.code === 'ENOENT' && options.has('N')) return '';
    await complain(
      proc,
      proc.busybox && error.code !== 'EISDIR'
        ? `can't stat '${path}': ${error.message}`
        : `${path}: ${error.message}`,
    );
    return undefined;
  }
}
