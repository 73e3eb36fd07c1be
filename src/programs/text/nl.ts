import type { Program } from '../../kernel/process.ts';
import { command } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { posixRegExp } from '../../lib/regexp/posix-regexp.ts';
import { eachLine } from './lines.ts';

/** nl: numbers lines; those that are not empty unless `-b` says which. Simplified: no logical pages. @see POSIX nl */
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
    const numbers = numbered(options.value('b') ?? 't');
    const width = Number(options.value('w') ?? 6);
    const separator = options.value('s') ?? '\t';
    let number = Number(options.value('v') ?? 1);
    return eachLine(proc, options.operands, (line) => {
      const shown = numbers(line);
      const prefix = shown ? pad(number, width, options) + separator : ' '.repeat(width + separator.length);
      if (shown) number += Number(options.value('i') ?? 1);
      return proc.out(`${prefix}${line}\n`);
    });
  },
);

function numbered(style: string): (line: string) => boolean {
  if (style.startsWith('p')) {
    const pattern = posixRegExp(style.slice(1));
    return (line) => pattern.test(line);
  }
  return (line) => style === 'a' || (style === 't' && line !== '');
}

function pad(value: number, width: number, options: Options): string {
  const format = options.value('n');
  if (format === 'ln') return String(value).padEnd(width);
  return String(value).padStart(width, format === 'rz' ? '0' : ' ');
}
