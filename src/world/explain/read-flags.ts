import { flagAwaiting } from '../../cli/flags/flag-awaiting.ts';
import type { Flag } from '../../cli/flags/flag.ts';
import type { LineWord } from './line-words.ts';

/** A flag as it is given: `-d`, `-p 8080:80`; several of one letter each in one word come as several with the same words. */
export interface GivenFlag {
  readonly flag: Flag;
  /** Undefined for a switch without a value, and where the value is missing. */
  readonly value: string | undefined;
}

/** Words of a command line that belong together. */
export type Piece =
  | { readonly kind: 'flags'; readonly words: readonly LineWord[]; readonly given: readonly GivenFlag[] }
  | { readonly kind: 'unknown'; readonly words: readonly [LineWord] }
  | { readonly kind: 'end'; readonly words: readonly [LineWord] }
  | { readonly kind: 'argument'; readonly words: readonly [LineWord] };

/** Like `parseFlags`, but forgiving, and every word keeps its place. Without `interspersed` the first argument ends the flags. */
export function readFlags(
  flags: readonly Flag[],
  words: readonly LineWord[],
  interspersed: boolean,
): Piece[] {
  const pieces: Piece[] = [];
  let only = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as LineWord;
    const { value } = word;
    if (only || value === '-' || !value.startsWith('-')) {
      pieces.push({ kind: 'argument', words: [word] });
      only ||= !interspersed;
      continue;
    }
    if (value === '--') {
      pieces.push({ kind: 'end', words: [word] });
      only = true;
      continue;
    }
    const given = value.startsWith('--') ? longFlag(flags, value) : shortFlags(flags, value);
    if (!given) {
      pieces.push({ kind: 'unknown', words: [word] });
      continue;
    }
    const next = flagAwaiting(flags, value) ? words[index + 1] : undefined;
    const last = given.at(-1);
    if (next && last) {
      index++;
      const all = [...given.slice(0, -1), { ...last, value: next.value }];
      pieces.push({ kind: 'flags', words: [word, next], given: all });
    } else pieces.push({ kind: 'flags', words: [word], given });
  }
  return pieces;
}

function longFlag(flags: readonly Flag[], word: string): GivenFlag[] | undefined {
  const [, name, value] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
  const flag = name === 'help' ? HELP : flags.find((each) => each.name === name);
  return flag && [{ flag, value }];
}

const HELP: Flag = { name: 'help', type: 'bool', help: 'Show how the command is used, and do nothing' };

function shortFlags(flags: readonly Flag[], word: string): GivenFlag[] | undefined {
  const given: GivenFlag[] = [];
  const letters = word.slice(1);
  for (let index = 0; index < letters.length; index++) {
    const flag = flags.find(({ short }) => short === letters[index]);
    if (!flag) return undefined;
    const rest = letters.slice(index + 1);
    if (flag.type !== 'bool') return [...given, { flag, value: rest ? rest.replace(/^=/, '') : undefined }];
    given.push({ flag, value: undefined });
  }
  return given;
}
