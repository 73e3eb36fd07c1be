import { describe, expect, it } from 'vitest';
import { posixRegExp } from './posix-regexp.ts';

describe('posixRegExp', () => {
  it.each([
    ['a\\(b\\)\\1', false, 'abb', true],
    ['a+', false, 'a+', true],
    ['a+', false, 'aa', false],
    ['^(a|b){2}$', true, 'ab', true],
    ['[[:digit:]]+\\.[^]x]', true, '12.y', true],
    ['[]a]', false, ']', true],
    ['\\<foo\\>', false, 'a foo b', true],
    ['\\<foo\\>', false, 'afoo', false],
    ['*a', false, '*a', true],
    ['a\\{2,\\}', false, 'aaa', true],
  ])('%s (extended %s) on %j is %s', (pattern, extended, text, expected) => {
    expect(posixRegExp(pattern, { extended }).test(text)).toBe(expected);
  });

  it.each([
    ['[a', 'Unmatched [, [^, [:, [., or [='],
    ['\\(a', 'Unmatched ( or \\('],
    ['a\\', 'Trailing backslash'],
  ])('%s is refused', (pattern, message) => {
    expect(() => posixRegExp(pattern)).toThrow(message);
  });
});
