import type { Program } from '../../kernel/process.ts';
import { textWidth } from '../../lib/text-width.ts';
import { command } from '../support/command.ts';
import { eachInput, readAllText } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';

/** column: a list in columns, or (`-t`) a table. @see column(1) of util-linux 2.38 */
export const column: Program = command(
  {
    short: 'c:ets:o:xLN:R:nl:',
    long: {
      'output-width': 'c:', table: 't', separator: 's:', 'output-separator': 'o:', fillrows: 'x', 'keep-empty-lines': 'L',
      'table-columns': 'N:', 'table-right': 'R:', 'table-columns-limit': 'l:',
    },
    usage: '[options] [<file>...]',
    version: 'column from util-linux 2.38.1\n',
  },
  async (proc, options) => {
    let text = '';
    const good = await eachInput(proc, options.operands, async (file) => void (text += await readAllText(proc, file)));
    let lines = text.replace(/\n$/, '').split('\n');
    if (!options.has('L')) lines = lines.filter((line) => line.trim() !== '');
    const turn = proc.tick(lines.length * 4);
    if (turn) await turn;
    if (lines.length > 0 || options.has('N')) {
      const width = Number(options.value('c') ?? proc.stdout.tty?.getSize().columns ?? 80);
      const rows = options.has('t') ? table(lines, options) : list(lines, width, options.has('x'));
      await proc.out(rows.map((row) => `${row}\n`).join(''));
    }
    return good ? 0 : 1;
  },
); // prettier-ignore

function table(lines: readonly string[], options: Options): string[] {
  const separators = options.value('s');
  const limit = Number(options.value('l') ?? Infinity);
  const rows = lines.map((line) => (separators === undefined ? splitBlanks(line, limit) : splitAt(line, separators, limit)));
  const names = options.value('N');
  if (names !== undefined) rows.unshift(names.split(','));
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, textWidth(cell))));
  const right = new Set((options.value('R') ?? '').split(',').flatMap((one) => [Number(one) - 1, names?.split(',').indexOf(one) ?? -1]));
  const glue = options.value('o') ?? '  ';
  return rows.map((row) =>
    widths
      .map((width, index) => {
        const cell = row[index] ?? '';
        const space = ' '.repeat(width - textWidth(cell));
        if (right.has(index)) return space + cell;
        return index === widths.length - 1 ? cell : cell + space;
      })
      .join(glue),
  );
} // prettier-ignore

function splitBlanks(line: string, limit: number): string[] {
  const words = line.trim().split(/\s+/);
  if (words.length <= limit) return words;
  const rest = new RegExp(`^\\s*(?:\\S+\\s+){${limit - 1}}(.*)$`).exec(line)?.[1] ?? '';
  return [...words.slice(0, limit - 1), rest];
}

function splitAt(line: string, separators: string, limit: number): string[] {
  const cells = [''];
  for (const char of line) {
    if (separators.includes(char) && cells.length < limit) cells.push('');
    else cells[cells.length - 1] += char;
  }
  return cells;
}

function list(items: readonly string[], width: number, byRows: boolean): string[] {
  const cell = (Math.floor(Math.max(...items.map(textWidth)) / 8) + 1) * 8;
  const columns = Math.max(1, Math.floor(width / cell));
  const height = Math.ceil(items.length / columns);
  return Array.from({ length: height }, (_, row) => {
    const cells = items.filter((_item, index) => (byRows ? Math.floor(index / columns) : index % height) === row);
    return cells
      .map((item, index) => (index === cells.length - 1 ? item : item + '\t'.repeat(Math.ceil((cell - textWidth(item)) / 8))))
      .join('');
  });
} // prettier-ignore
