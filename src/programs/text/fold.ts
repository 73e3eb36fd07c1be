import type { Program } from '../../kernel/process.ts';
import { toBytes } from '../../lib/bytes.ts';
import { textWidth } from '../../lib/text-width.ts';
import { command, CommandFailure } from '../support/command.ts';
import { quote } from '../support/quote.ts';
import { eachLine } from './lines.ts';

/** fold: wraps long lines, by columns or (`-b`) bytes, at blanks with `-s`. @see POSIX fold */
export const fold: Program = command(
  {
    short: 'bsw:0::1::2::3::4::5::6::7::8::9::',
    long: { width: 'w:', spaces: 's', bytes: 'b' },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-bs] [-w WIDTH] [FILE]...\n\nWrap input lines in FILEs (or stdin), writing to stdout',
  },
  (proc, options) => {
    const old = options.given.find(([key]) => /^\d$/.test(key));
    const text = options.value('w') ?? (old ? old[0] + (old[1] ?? '') : '80');
    const width = Number(text);
    if (!/^\d+$/.test(text) || width === 0) {
      const why = width === 0 && !proc.busybox ? ': Numerical result out of range' : '';
      throw new CommandFailure(`invalid number of columns: ${quote(text)}${why}`);
    }
    return eachLine(proc, options.operands, async (line, reader) => {
      const pieces = wrap(line, width, options.has('b'), options.has('s'));
      await proc.out(pieces.join('\n') + (reader.terminated ? '\n' : ''));
    });
  },
);

function wrap(line: string, width: number, bytes: boolean, atBlanks: boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  let column = 0;
  const advance = (at: number, char: string): number => {
    if (bytes) return at + toBytes(char).length;
    if (char === '\t') return at + 8 - (at % 8);
    if (char === '\b') return Math.max(0, at - 1);
    return char === '\r' ? 0 : at + textWidth(char);
  };
  const measure = (text: string): number => [...text].reduce(advance, 0);
  for (const char of line) {
    while (piece !== '' && advance(column, char) > width) {
      const blank = atBlanks ? Math.max(piece.lastIndexOf(' '), piece.lastIndexOf('\t')) : -1;
      const cut = blank < 0 ? piece.length : blank + 1;
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
      column = measure(piece);
    }
    piece += char;
    column = advance(column, char);
  }
  return [...pieces, piece];
}
