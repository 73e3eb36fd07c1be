import { tableOf } from '../../lib/table.ts';
import type { Program } from '../../kernel/process.ts';
import { TextStream } from '../../lib/bytes.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { unescapeText } from '../support/escapes.ts';
import { quote } from '../support/quote.ts';

const range = (from: string, to: string): string[] => {
  const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => String.fromCodePoint(low + index));
};

const DIGITS = range('0', '9');
const UPPER = range('A', 'Z');
const LOWER = range('a', 'z');
const CLASSES: Readonly<Record<string, readonly string[]>> = tableOf({
  digit: DIGITS,
  upper: UPPER,
  lower: LOWER,
  alpha: [...UPPER, ...LOWER],
  alnum: [...DIGITS, ...UPPER, ...LOWER],
  blank: ['\t', ' '],
  space: ['\t', '\n', '\v', '\f', '\r', ' '],
  punct: range('!', '~').filter((char) => !/[0-9A-Za-z]/.test(char)),
  xdigit: [...DIGITS, ...'ABCDEFabcdef'],
  cntrl: [...range('\0', '\x1f'), '\x7f'],
  print: range(' ', '~'),
  graph: range('!', '~'),
});

/** tr: replaces, deletes or squeezes characters. @see POSIX tr */
export const tr: Program = command(
  {
    short: 'cCdst',
    long: { complement: 'c', delete: 'd', 'squeeze-repeats': 's', 'truncate-set1': 't' },
    usage: '[OPTION]... STRING1 [STRING2]',
    busyboxUsage:
      '[-cds] STRING1 [STRING2]\n\nTranslate, squeeze, or delete characters from stdin, writing to stdout',
    inOrder: true,
  },
  async (proc, options) => {
    const [first, second, extra] = options.operands;
    const deletes = options.has('d');
    if (first === undefined) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    if (second === undefined && !deletes && !options.has('s')) {
      throw new UsageFailure(
        proc.busybox ? '' : `missing operand after '${first}'\nTwo strings must be given when translating.`,
      );
    }
    if (extra !== undefined) throw new UsageFailure(proc.busybox ? '' : `extra operand ${quote(extra)}`);
    if (second !== undefined && deletes && !options.has('s'))
      throw new UsageFailure(
        proc.busybox
          ? ''
          : `extra operand ${quote(second)}\nOnly one string may be given when deleting without squeezing repeats.`,
      );
    let from = expandSet(first);
    if (second !== undefined && !proc.busybox)
      checkSecond(second, deletes || options.has('s') ? undefined : first);
    const to = expandSet(second ?? '', options.has('c', 'C') ? 0 : from.length);
    if (second === '' && !deletes && !options.has('t'))
      throw new CommandFailure('when not truncating set1, string2 must be non-empty');
    if (options.has('t') && second !== undefined) from = from.slice(0, to.length);
    const map = makeMapper(from, to, options.has('c', 'C'), deletes, second !== undefined);
    const squeezed = options.has('s') ? (second === undefined ? map.inFirst : map.inSecond) : undefined;
    const decoder = new TextStream();
    let before = '';
    for (let bytes = await proc.stdin.read(65536); bytes; bytes = await proc.stdin.read(65536)) {
      let result = '';
      for (const char of decoder.decode(bytes)) {
        const mapped = map.translate(char);
        if (mapped === undefined || (mapped === before && squeezed?.(mapped))) continue;
        before = mapped;
        result += mapped;
      }
      if (result !== '') await proc.out(result);
      const turn = proc.tick(1 + (bytes.length >> 3));
      if (turn) await turn;
    }
    return 0;
  },
);

/** What only makes sense in the first string. @param first undefined where nothing is translated */
function checkSecond(second: string, first: string | undefined): void {
  if (first === undefined) return;
  if (/\[=.=\]/.test(second))
    throw new CommandFailure('[=c=] expressions may not appear in string2 when translating');
  const classes = [...second.matchAll(/\[:(\w+):\]/g)].map(([, name = '']) => name);
  if (classes.some((name) => name !== 'upper' && name !== 'lower'))
    throw new CommandFailure(
      "when translating, the only character classes that may appear in\nstring2 are 'upper' and 'lower'",
    );
}

interface Mapper {
  /** Undefined for a character that is deleted. */
  translate(char: string): string | undefined;
  inFirst(char: string): boolean;
  inSecond(char: string): boolean;
}

function makeMapper(
  first: readonly string[],
  second: readonly string[],
  complement: boolean,
  deletes: boolean,
  translates: boolean,
): Mapper {
  const members = new Set(first);
  const inFirst = (char: string): boolean => members.has(char) !== complement;
  const secondMembers = new Set(second);
  const table = new Map<string, string>();
  const last = second.at(-1) ?? '';
  if (!deletes && translates) first.forEach((char, index) => table.set(char, second[index] ?? last));
  return {
    inFirst,
    inSecond: (char) => secondMembers.has(char),
    translate: (char) => {
      if (deletes) return inFirst(char) ? undefined : char;
      if (!translates) return char;
      return complement ? (inFirst(char) ? last : char) : (table.get(char) ?? char);
    },
  };
}

/** `a-z`, `[:digit:]`, `[x*3]`, `\n` … as the characters they stand for; `[x*]` fills up to `length`. */
function expandSet(text: string, length = 0): string[] {
  const tokens = text.match(/\[:\w+:\]|\[=.=\]|\[(?:\\[^]|[^])\*\d*\]|\\(?:[0-7]{1,3}|[^])|[^]/gu) ?? [];
  const result: string[] = [];
  let filler: { at: number; char: string } | undefined;
  for (let at = 0; at < tokens.length; at++) {
    const [token = '', dash, end = ''] = [tokens[at], tokens[at + 1], tokens[at + 2]];
    const [, name] = /^\[:(\w+):\]$/.exec(token) ?? [];
    const [, repeated, times] = /^\[(\\?[^])\*(\d*)\]$/u.exec(token) ?? [];
    if (name !== undefined) {
      const members = CLASSES[name];
      if (!members) throw new CommandFailure(`invalid character class ${quote(name)}`);
      result.push(...members);
    } else if (repeated !== undefined) {
      const count = times?.startsWith('0') ? Number.parseInt(times, 8) : Number(times);
      if (count === 0) filler = { at: result.length, char: single(repeated) };
      else result.push(...Array<string>(count).fill(single(repeated)));
    } else if (dash === '-' && end !== '' && !/^\[[:=]/.test(end)) {
      const members = range(single(token), single(end));
      if (members.length === 0)
        throw new CommandFailure(
          `range-endpoints of '${token}-${end}' are in reverse collating sequence order`,
        );
      result.push(...members);
      at += 2;
    } else result.push(token.startsWith('[=') ? token.charAt(2) : single(token));
  }
  if (filler)
    result.splice(filler.at, 0, ...Array<string>(Math.max(0, length - result.length)).fill(filler.char));
  return result;
}

/** A character, or what its escape means. */
function single(token: string): string {
  if (!token.startsWith('\\') || token.length === 1) return token;
  return unescapeText(token, 'printf').text.replace(/^\\(?=.)/, '');
}
