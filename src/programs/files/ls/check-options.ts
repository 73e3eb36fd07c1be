import { CommandFailure } from '../../support/command.ts';
import type { Options } from '../../support/parse-options.ts';
import { quote } from '../../support/quote.ts';

/** Options with the words that they take, those of one meaning on a line. */
const WORDS: Readonly<Record<string, string>> = {
  color: 'always,yes,force never,no,none auto,tty,if-tty',
  hyperlink: 'always,yes,force never,no,none auto,tty,if-tty',
  sort: 'none time size extension version width',
  time: 'atime,access,use ctime,status birth,creation',
  format: 'verbose,long commas horizontal,across vertical single-column',
  'indicator-style': 'none slash file-type classify',
  'quoting-style':
    'literal shell shell-always shell-escape shell-escape-always c c-maybe escape locale clocale',
};

/** Words that are accepted beside those that are listed. */
const MORE = ['name', 'mtime', 'modification'];

/** @throws CommandFailure in the words of GNU ls */
export function checkListingOptions(options: Options): void {
  for (const [key, words] of Object.entries(WORDS)) {
    const value = options.value(key);
    const lines = words.split(' ').map((line) => line.split(','));
    if (value === undefined || lines.flat().some((word) => word.startsWith(value)) || MORE.includes(value))
      continue;
    const listed = lines.map((line) => `\n  - ${line.map(quote).join(', ')}`).join('');
    throw new CommandFailure(
      `invalid argument ${quote(value)} for ${quote(`--${key}`)}\nValid arguments are:${listed}\nTry 'ls --help' for more information.`,
    );
  }
  const width = options.value('w');
  if (width !== undefined && !/^\d+$/.test(width))
    throw new CommandFailure(`invalid line width: ${quote(width)}`, 2);
}
