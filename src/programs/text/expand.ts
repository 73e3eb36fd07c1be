import type { Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import { quote } from '../support/quote.ts';
import { eachLine } from './lines.ts';

/** Where the next tab stop behind a column is. */
type TabStops = (column: number) => number;

function tabStops(text: string): TabStops {
  const stops = text.split(/[, ]/).map((part) => {
    if (!/^\d+$/.test(part))
      throw new CommandFailure(`tab size contains invalid character(s): ${quote(part)}`);
    return Number(part);
  });
  if (stops.includes(0)) throw new CommandFailure('tab size cannot be 0');
  const [only = 8] = stops;
  if (stops.length === 1) return (column) => column + only - (column % only);
  return (column) => stops.find((stop) => stop > column) ?? column + 1;
}

/** expand: tabs to spaces. @see POSIX expand */
export const expand: Program = command(
  {
    short: 'it:',
    long: { tabs: 't:', initial: 'i' },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-i] [-t N] [FILE]...\n\nConvert tabs to spaces, writing to stdout',
  },
  (proc, options) => {
    const next = tabStops(options.value('t') ?? '8');
    return eachLine(proc, options.operands, (line, reader) => {
      let [text, initial] = ['', true];
      for (const char of line) {
        initial &&= char === ' ' || char === '\t';
        text +=
          char === '\t' && (initial || !options.has('i'))
            ? ' '.repeat(next(text.length) - text.length)
            : char;
      }
      return proc.out(text + (reader.terminated ? '\n' : ''));
    });
  },
);

/** unexpand: spaces to tabs, at the start of lines or (`-a`) everywhere. @see POSIX unexpand */
export const unexpand: Program = command(
  {
    short: 'at:',
    long: { tabs: 't:', all: 'a', 'first-only': 'first-only' },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-af] [-t N] [FILE]...\n\nConvert spaces to tabs, writing to stdout',
  },
  (proc, options) => {
    const next = tabStops(options.value('t') ?? '8');
    const all = options.has('a', 't') && !options.has('first-only');
    return eachLine(proc, options.operands, (line, reader) =>
      proc.out(toTabs(line, next, all) + (reader.terminated ? '\n' : '')),
    );
  },
);

function toTabs(line: string, next: TabStops, all: boolean): string {
  let [text, blanks, column, initial] = ['', '', 0, true];
  for (const char of line) {
    if ((char === ' ' || char === '\t') && (initial || all)) {
      const stop = next(column);
      column = char === '\t' ? stop : column + 1;
      blanks += char;
      // A single space before a stop stays a space, unless blanks go on.
      if (column === stop && (blanks.length > 1 || char === '\t')) {
        text += '\t';
        blanks = '';
      }
    } else {
      initial &&= char === ' ' || char === '\t';
      text += blanks + char;
      blanks = '';
      column++;
    }
  }
  return text + blanks;
}
