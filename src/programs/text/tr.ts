import type { Program } from '../../kernel/process.ts';
import { command, UsageFailure } from '../support/command.ts';
import { unescapeText } from '../support/escapes.ts';

const range = (from: string, to: string): string[] => {
  const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => String.fromCodePoint(low + index));
};

const DIGITS = range('0', '9');
const UPPER = range('A', 'Z');
const LOWER = range('a', 'z');
const CLASSES: Readonly<Record<string, readonly string[]>> = {
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
};

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
    if (extra !== undefined) throw new UsageFailure(`extra operand '${extra}'`);
    const map = makeMapper(
      expandSet(first),
      expandSet(second ?? ''),
      options.has('c', 'C'),
      deletes,
      second !== undefined,
    );
    const squeezed = options.has('s') ? (second === undefined ? map.inFirst : map.inSecond) : undefined;
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    let before = '';
    for (let bytes = await proc.stdin.read(65536); bytes; bytes = await proc.stdin.read(65536)) {
      let result = '';
      for (const char of decoder.decode(bytes, { stream: true })) {
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

/** `a-z`, `[:digit:]`, `\n` … as the characters they stand for. */
function expandSet(text: string): string[] {
  const tokens = text.match(/\[:\w+:\]|\\(?:[0-7]{1,3}|[^])|[^]/gu) ?? [];
  const chars = tokens.map((token) => {
    const name = /^\[:(\w+):\]$/.exec(token)?.[1];
    if (name !== undefined) return CLASSES[name] ?? [];
    return [
      token.startsWith('\\') && token.length > 1
        ? unescapeText(token, 'printf').text.replace(/^\\(?=.)/, '')
        : token,
    ];
  });
  const result: string[] = [];
  for (let at = 0; at < chars.length; at++) {
    const [dash, end] = [tokens[at + 1], chars[at + 2]];
    const from = chars[at] ?? [];
    if (dash === '-' && end?.length === 1 && from.length === 1) {
      result.push(...range(from[0] ?? '', end[0] ?? ''));
      at += 2;
    } else result.push(...from);
  }
  return result;
}
