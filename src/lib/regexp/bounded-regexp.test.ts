import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedRegExp, withFlags } from './bounded-regexp.ts';
import { compileRegExp } from './compile-regexp.ts';
import { parseRegExp } from './parse-regexp.ts';
import { runProgram } from './run-program.ts';

/** The match of our own matcher, whatever the expression costs. */
function ours(source: string, flags: string, text: string): (string | undefined)[] | undefined {
  const { root, groups } = parseRegExp(source, flags);
  const positions = runProgram(compileRegExp(root), {
    text, from: 0, sticky: false, longest: false, unicode: flags.includes('u'),
    multiline: flags.includes('m'), ignoreCase: flags.includes('i'), groups,
  }); // prettier-ignore
  if (!positions) return undefined;
  return Array.from({ length: groups + 1 }, (_, index) =>
    (positions[index * 2] ?? -1) < 0 ? undefined : text.slice(positions[index * 2], positions[index * 2 + 1]),
  );
}

describe('our matcher', () => {
  it.each([
    ['a+b', 'u', 'xaab'], ['(a|ab)(c|bcd)', '', 'abcd'], ['^x$', 'm', 'a\nx\nb'], ['(?<y>\\d{4})-\\k<y>', 'u', '2020-2021 1999-1999'],
    ['\\bfoo\\b', 'u', 'afoo foo'], ['(?<=\\$)\\d+', 'u', 'a $42'], ['(?<![ab])c', '', 'acbcxc'], ['(a+?)(a*)', '', 'aaa'],
    ['[^\\]a-c]+', 'u', 'ab]xyz'], ['\\u{1f600}+', 'u', 'x😀😀'], ['.', 'u', '😀'], ['HELLO', 'iu', 'say hello'], ['(?!a)[a-z]{2,3}?', '', 'abcd'],
    ['x{0}y{2}', '', 'xyy'], ['a{,2}', '', 'a{,2}'], ['(\\w)\\1', 'iu', 'abBa'], ['\\1(a)', '', 'a'], ['[[:]+', '', 'x[:'], ['\\/\\.\\x41\\t', 'u', '/.A\t'],
    ['(?:)|a', '', 'a'], ['a|', '', 'b'], ['(?=(\\d+))\\w+', '', 'a12'], ['\\p{Lu}+', 'u', 'abÄÖ'], ['\\bb|B\\B', '', 'aB b'],
  ])('finds what JavaScript finds: /%s/%s in %j', (source, flags, text) => {
    const native = new RegExp(source, flags).exec(text);
    expect(ours(source, flags, text)).toEqual(native ? [...native] : undefined);
  }); // prettier-ignore

  it('finds what JavaScript finds, for random expressions', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '\\w',
      '^',
      '$',
      '\\b',
      '(?=a)',
      '(?!b)',
      '(?<=a)',
    );
    const expression = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        atom,
        fc.tuple(tie('node'), tie('node')).map(([left, right]) => left + right),
        fc.tuple(tie('node'), tie('node')).map(([left, right]) => `(?:${left}|${right})`),
        tie('node').map((node) => `(${node})`),
        fc
          .tuple(
            fc.constantFrom('a', 'b', '.', '[ab]'),
            fc.constantFrom('*', '+', '?', '*?', '+?', '{2}', '{1,2}', '{1,}'),
          )
          .map(([char, sign]) => char + sign),
        fc.tuple(tie('node'), fc.constantFrom('?', '{1,2}')).map(([node, sign]) => `(?:a${node})${sign}`),
      ),
    })).node;
    fc.assert(
      fc.property(
        expression,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 }),
        (source, text) => {
          const native = new RegExp(source, 'u').exec(text);
          const found = ours(source, 'u', text);
          // A group inside of a repetition keeps its last text; JavaScript forgets it at each turn.
          expect(found?.[0]).toBe(native?.[0]);
        },
      ),
      { numRuns: 1000, seed: 1 },
    );
  });
});

describe('boundedRegExp', () => {
  const long = 'a'.repeat(40);

  it('ends where backtracking would not', () => {
    expect(boundedRegExp('(a*)*b', 'u').test(long)).toBe(false);
    expect(boundedRegExp('^(a|aa)+$', 'u').exec(`${long}b`)).toBeNull();
    expect(boundedRegExp('(.*)*(.*)*(.*)*x', 'u').test('y'.repeat(2000))).toBe(false);
    expect(boundedRegExp('(x+x+)+y', 'u').test('x'.repeat(5000))).toBe(false);
    expect(boundedRegExp('.*.*.*.*=', 'u').test('z'.repeat(5000))).toBe(false);
    expect(boundedRegExp('(a?){40}a{40}', 'u').exec(long)?.[0]).toBe(long);
    expect(boundedRegExp('(a*)*\\1b', 'u').test(long)).toBe(false);
  });

  it('gives up on what no machine could hold', () => {
    expect(() => boundedRegExp('((a{1000}){1000}){1000}b*c*b*', '').test('a'.repeat(9000))).toThrow(
      'Regular expression too big',
    );
  });

  it('serves replace, matchAll, split, test and lastIndex like any RegExp', () => {
    const regExp = boundedRegExp('((?:a|b)*)*c', 'gu');
    expect('abc-c-xbac'.replace(regExp, '<$1>')).toBe('<ab>-<>-x<ba>');
    expect([...'abc-bc'.matchAll(regExp)].map((match) => [match.index, match[0]])).toEqual([[0, 'abc'], [4, 'bc']]); // prettier-ignore
    expect('1abc2bc3'.split(boundedRegExp('(?:(?:a|b)*)*c', 'u'))).toEqual(['1', '2', '3']);
    expect([regExp.test('ac'), regExp.lastIndex, regExp.test('ac'), regExp.lastIndex]).toEqual([
      true,
      2,
      false,
      0,
    ]);
    expect(withFlags(regExp, 'u').exec('xbc')?.index).toBe(1);
  });

  it('is the JavaScript engine’s own where that is always quick', () => {
    expect(Object.getPrototypeOf(boundedRegExp('foo|bar', 'u'))).toBe(RegExp.prototype);
  });

  it('finds the longest match at the first place, if asked', () => {
    const longest = (source: string, text: string): string | undefined =>
      boundedRegExp(source, 'u', { longest: true }).exec(text)?.[0];
    expect(longest('foo|foobar', 'a foobar')).toBe('foobar');
    expect(longest('(a|ab)(c|bcd)(d*)', 'abcd')).toBe('abcd');
    expect(longest('x*|xy', 'xxy')).toBe('xx');
    expect(boundedRegExp('foo|foobar', 'u').exec('foobar')?.[0]).toBe('foo');
    expect(withFlags(boundedRegExp('a|ab', '', { longest: true }), 'g')[Symbol.replace]('abab', '-')).toBe(
      '--',
    );
  });

  it('tells named groups', () => {
    expect({ ...boundedRegExp('(?<all>(?:a|b)*)*$', 'u').exec('ab')?.groups }).toEqual({ all: 'ab' });
  });
});
