import { describe, expect, it } from 'vitest';
import { replacePattern, trimPrefix, trimSuffix } from './shell-pattern.ts';

describe('shell patterns', () => {
  it('trim the shortest or the longest match', () => {
    expect([trimPrefix('a.b.c', '*.', false), trimPrefix('a.b.c', '*.', true)]).toEqual(['b.c', 'c']);
    expect([trimSuffix('a.b.c', '.*', false), trimSuffix('a.b.c', '.*', true)]).toEqual(['a.b', 'a']);
    expect(trimSuffix('a**', '\\*', false)).toBe('a*');
  });

  it('take what is special only in regular expressions as it is', () => {
    expect(trimPrefix('()[]x', '()[]', false)).toBe('x');
    expect(replacePattern('a.b', '.', '$1', true)).toBe('a$1b');
    expect(replacePattern('a/b/c', '\\/?', '-', false)).toBe('a-/c');
  });

  it('know few escapes', () => {
    expect(() => trimPrefix('a', '\\a', false)).toThrow(
      "invalid pattern (\\a) in substitution: invalid escape '\\a'",
    );
  });
});
