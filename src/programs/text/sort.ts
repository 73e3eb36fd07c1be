import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { LineReader, openInput, type OpenErrorText } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { lineOrder, parseKey, type LineOrder } from './sort-keys.ts';

const openError: OpenErrorText = (proc, path, error) => {
  if (proc.busybox) return `${path}: ${error.message}`;
  return `cannot read: ${path}: ${error.message}`;
};

/** sort: lines in order. @see POSIX sort, GNU coreutils */
export const sort: Program = command(
  {
    short: 'bcCdfghik:mMno:rRst:T:S:uVz',
    long: {
      key: 'k:', 'numeric-sort': 'n', reverse: 'r', unique: 'u', 'field-separator': 't:', 'ignore-case': 'f', output: 'o:', stable: 's',
      'human-numeric-sort': 'h', 'version-sort': 'V', 'month-sort': 'M', 'general-numeric-sort': 'g', 'random-sort': 'R', check: 'c?',
      'ignore-leading-blanks': 'b', 'dictionary-order': 'd', merge: 'm', 'zero-terminated': 'z', parallel: 'P:',
    },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-nrughMcszbdfiokt] [-o FILE] [-k START[.OFS][OPTS][,END[.OFS][OPTS]] [-t CHAR] [FILE]...\n\nSort lines of text',
    usageStatus: 2,
  },
  async (proc, options) => {
    const order = orderOf(proc, options);
    const separator = options.has('z') ? '\0' : '\n';
    const lines = await readLines(proc, options.operands, separator);
    if (options.has('c', 'C')) return check(proc, options, lines, order);
    const turn = proc.tick(lines.length * Math.ceil(Math.log2(lines.length + 2)));
    if (turn) await turn;
    const sorted = options.has('R') ? shuffle(proc, lines) : lines.sort(order);
    const kept = options.has('u') ? sorted.filter((line, index) => index === 0 || order(sorted[index - 1] ?? '', line) !== 0) : sorted;
    const target = options.value('o');
    if (target !== undefined) proc.files.writeFile(target, kept.map((line) => line + separator).join(''));
    else await writeLines(proc, kept, separator);
    return 0;
  },
); // prettier-ignore

function orderOf(proc: Process, options: Options): LineOrder {
  const keys = options.values('k').map((text) => {
    const key = parseKey(text);
    if (typeof key !== 'string') return key;
    throw new CommandFailure(proc.busybox ? 'bad field specification' : key, 2);
  });
  const separator = options.value('t');
  if (separator !== undefined && [...separator].length !== 1) {
    if (separator === '') throw new UsageFailure('empty tab');
    if (separator !== '\\0') throw new CommandFailure(`multi-character tab '${separator}'`, 2);
  }
  return lineOrder(options, keys);
}

async function readLines(proc: Process, operands: readonly string[], separator: string): Promise<string[]> {
  const lines: string[] = [];
  for (const name of operands.length ? operands : ['-']) {
    const file = await openInput(proc, name, openError);
    if (!file) return proc.exit(2);
    const reader = new LineReader(proc, file, separator);
    await reader.keepAll(lines);
    if (name !== '-') file.release();
  }
  return lines;
}

async function writeLines(proc: Process, lines: readonly string[], separator: string): Promise<void> {
  for (let at = 0; at < lines.length; at += 200) {
    await proc.out(
      lines
        .slice(at, at + 200)
        .map((line) => line + separator)
        .join(''),
    );
    const turn = proc.tick(200);
    if (turn) await turn;
  }
}

async function check(
  proc: Process,
  options: Options,
  lines: readonly string[],
  order: LineOrder,
): Promise<number> {
  const bad = lines.findIndex((line, index) => {
    if (index === 0) return false;
    const result = order(lines[index - 1] ?? '', line);
    return options.has('u') ? result >= 0 : result > 0;
  });
  if (bad < 0) return 0;
  if (options.has('c'))
    await proc.err(`sort: ${options.operands[0] ?? '-'}:${bad + 1}: disorder: ${lines[bad] ?? ''}\n`);
  return 1;
}

function shuffle(proc: Process, lines: string[]): string[] {
  return lines
    .map((line) => [proc.random(), line] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, line]) => line);
}
