import type { Process, Program } from '../../kernel/process.ts';
import { textWidth } from '../../lib/text-width.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { eachInput, LineReader, openInput, readAllText } from '../support/input.ts';
import { unescapeText } from '../support/escapes.ts';

async function eachLine(
  proc: Process,
  operands: readonly string[],
  use: (line: string, reader: LineReader) => void | Promise<void>,
): Promise<number> {
  const good = await eachInput(proc, operands, async (file) => {
    const reader = new LineReader(proc, file);
    for (let line = await reader.next(); line !== undefined; line = await reader.next())
      await use(line, reader);
  });
  return good ? 0 : 1;
}

/** rev: each line backwards. */
export const rev: Program = command(
  { short: '', usage: '[options] [<file> ...]', busyboxUsage: '[FILE]...\n\nReverse lines of FILE' },
  (proc, { operands }) =>
    eachLine(proc, operands, (line, reader) =>
      proc.out([...line].reverse().join('') + (reader.terminated ? '\n' : '')),
    ),
);

/** tac: lines from the last to the first. */
export const tac: Program = command(
  {
    short: 'bs:r',
    long: { separator: 's:' },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[FILE]...\n\nConcatenate FILEs and print them in reverse',
  },
  async (proc, { operands }) => {
    const good = await eachInput(proc, operands, async (file) => {
      const text = await readAllText(proc, file);
      const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
      await proc.out(lines.reverse().join(''));
    });
    return good ? 0 : 1;
  },
);

/** nl: numbers the lines that are not empty. */
export const nl: Program = command(
  {
    short: 'b:n:s:v:w:i:',
    long: {
      'body-numbering': 'b:',
      'number-format': 'n:',
      'number-separator': 's:',
      'starting-line-number': 'v:',
      'number-width': 'w:',
      'line-increment': 'i:',
    },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[OPTIONS] [FILE]...\n\nWrite FILEs to standard output with line numbers added',
  },
  (proc, options) => {
    const style = options.value('b') ?? 't';
    const width = Number(options.value('w') ?? 6);
    const separator = options.value('s') ?? '\t';
    let number = Number(options.value('v') ?? 1);
    const pad = (value: number): string =>
      options.value('n') === 'ln'
        ? String(value).padEnd(width)
        : String(value).padStart(width, options.value('n') === 'rz' ? '0' : ' ');
    return eachLine(proc, options.operands, (line) => {
      const numbered = style === 'a' || (style === 't' && line !== '');
      const prefix = numbered ? pad(number) + separator : ' '.repeat(width + separator.length);
      if (numbered) number += Number(options.value('i') ?? 1);
      return proc.out(`${prefix}${line}\n`);
    });
  },
);

/** fold: wraps long lines. */
export const fold: Program = command(
  {
    short: 'bsw:',
    long: { width: 'w:', spaces: 's', bytes: 'b' },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-bs] [-w WIDTH] [FILE]...\n\nWrap input lines in FILEs (or stdin), writing to stdout',
  },
  (proc, options) => {
    const width = Number(options.value('w') ?? 80);
    if (!(width > 0)) throw new CommandFailure(`invalid number of columns: '${options.value('w') ?? ''}'`);
    return eachLine(proc, options.operands, async (line, reader) => {
      let rest = line;
      while (textWidth(rest) > width) {
        let cut = [...rest].slice(0, width).join('').length;
        const space = options.has('s') ? rest.lastIndexOf(' ', cut - 1) : -1;
        if (space > 0) cut = space + 1;
        await proc.out(`${rest.slice(0, cut)}\n`);
        rest = rest.slice(cut);
      }
      await proc.out(rest + (reader.terminated ? '\n' : ''));
    });
  },
);

/** expand: tabs to spaces. */
export const expand: Program = command(
  { short: 'it:', long: { tabs: 't:', initial: 'i' }, usage: '[OPTION]... [FILE]...' },
  (proc, options) => {
    const size = Number(options.value('t') ?? 8);
    return eachLine(proc, options.operands, (line, reader) => {
      let text = '';
      for (const char of line) text += char === '\t' ? ' '.repeat(size - (text.length % size)) : char;
      return proc.out(text + (reader.terminated ? '\n' : ''));
    });
  },
);

async function openReaders(proc: Process, operands: readonly string[]): Promise<LineReader[]> {
  const readers: LineReader[] = [];
  let stdin: LineReader | undefined;
  for (const name of operands) {
    const file = await openInput(proc, name);
    if (!file) return proc.exit(1);
    const reader: LineReader =
      name === '-' ? (stdin ??= new LineReader(proc, file)) : new LineReader(proc, file);
    readers.push(reader);
  }
  return readers;
}

/** paste: lines of files side by side, or with `-s` of one file in a row. */
export const paste: Program = command(
  {
    short: 'd:sz',
    long: { delimiters: 'd:', serial: 's' },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-d LIST] [-s] [FILE]...\n\nPaste lines from each input file together using TAB',
  },
  async (proc, options) => {
    const delimiters = [...unescapeText(options.value('d') ?? '\t', 'printf').text];
    const glue = (parts: readonly string[]): string =>
      parts
        .map(
          (part, index) =>
            part + (index < parts.length - 1 ? (delimiters[index % delimiters.length] ?? '') : ''),
        )
        .join('');
    const readers = await openReaders(proc, options.operands.length ? options.operands : ['-']);
    if (options.has('s')) {
      for (const reader of readers) {
        const lines: string[] = [];
        for (let line = await reader.next(); line !== undefined; line = await reader.next()) lines.push(line);
        await proc.out(`${glue(lines)}\n`);
      }
      return 0;
    }
    for (;;) {
      const row: (string | undefined)[] = [];
      for (const reader of readers) row.push(await reader.next());
      if (row.every((cell) => cell === undefined)) return 0;
      await proc.out(`${glue(row.map((cell) => cell ?? ''))}\n`);
    }
  },
);

/** comm: lines only in the first, only in the second, in both of two sorted files. */
export const comm: Program = command(
  {
    short: '123',
    usage: '[OPTION]... FILE1 FILE2',
    busyboxUsage: '[-123] FILE1 FILE2\n\nCompare FILE1 with FILE2',
  },
  async (proc, options) => {
    if (options.operands.length < 2)
      throw new UsageFailure(
        proc.busybox
          ? ''
          : options.operands.length
            ? `missing operand after '${options.operands[0] ?? ''}'`
            : 'missing operand',
      );
    const [left, right] = (await openReaders(proc, options.operands.slice(0, 2))) as [LineReader, LineReader];
    let [a, b] = [await left.next(), await right.next()];
    const indent = (column: number): string =>
      '\t'.repeat(['1', '2'].slice(0, column).filter((key) => !options.has(key)).length);
    while (a !== undefined || b !== undefined) {
      const column = a === undefined || (b !== undefined && b < a) ? 1 : b === undefined || a < b ? 0 : 2;
      if (!options.has(String(column + 1)))
        await proc.out(`${indent(column)}${(column === 1 ? b : a) ?? ''}\n`);
      if (column !== 1) a = await left.next();
      if (column !== 0) b = await right.next();
    }
    return 0;
  },
);
