import { tableOf } from '../../lib/table.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { raise } from './builtin.ts';
import { showUsage } from './show-usage.ts';

/** The options of builtins, as getopt has them: a colon after those with a value. @see dash, busybox ash.c, nextopt() */
const POSIX: Readonly<Record<string, string | Readonly<{ ash: string; dash: string }>>> = tableOf({
  bg: '', cd: 'LP', command: 'pvV', export: 'p', fg: '', hash: { ash: 'r', dash: 'rv' }, jobs: 'lp', pwd: 'LP',
  read: { ash: 'p:u:rt:n:sd:', dash: 'p:r' }, readonly: 'p', trap: '', umask: 'S', unset: 'fv', wait: { ash: 'n', dash: '' },
}); // prettier-ignore

/** The same in bash, where a builtin does not look itself. */
const BASH: Readonly<Record<string, string>> = tableOf({
  alias: 'p', cd: 'LPe@', command: 'pvV', hash: 'lrp:dt', jobs: 'lnprsx', pwd: 'LP', read: 'ersa:d:i:n:N:p:t:u:', shopt: 'pqsuo', type: 'afptP', umask: 'pS', unalias: 'a', unset: 'fvn',
}); // prettier-ignore

/** Refuses the first option that a builtin does not have; undefined where all are known. */
export function refuseIllegalOption(
  shell: Interpreter,
  words: readonly string[],
): Promise<number> | undefined {
  const [name = ''] = words;
  const { flavour } = shell;
  const given = flavour === 'bash' ? BASH[name] : POSIX[name];
  if (given === undefined) return undefined;
  const letter = unknownLetter(
    typeof given === 'string' ? given : given[flavour === 'ash' ? 'ash' : 'dash'],
    words,
  );
  if (letter === undefined) return undefined;
  if (flavour === 'bash') return showUsage(shell, name, `-${letter}: invalid option`);
  return raise(shell, name, `${flavour === 'ash' ? 'illegal' : 'Illegal'} option -${letter}`);
}

function unknownLetter(known: string, words: readonly string[]): string | undefined {
  for (let index = 1; index < words.length; index++) {
    const word = words[index] ?? '';
    if (!/^-./.test(word) || word === '--') return undefined;
    for (let at = 1; at < word.length; at++) {
      const letter = word[at] ?? '';
      const place = letter === ':' ? -1 : known.indexOf(letter);
      if (place < 0) return letter;
      if (known[place + 1] !== ':') continue;
      if (at + 1 === word.length) index++;
      break;
    }
  }
  return undefined;
}
