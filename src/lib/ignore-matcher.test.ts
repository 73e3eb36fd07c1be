import { describe, expect, it } from 'vitest';
import { createIgnoreMatcher } from './ignore-matcher.ts';

const excludes = (patterns: string[], path: string): boolean => createIgnoreMatcher(patterns).excludes(path);

describe('createIgnoreMatcher', () => {
  it('lets the last matching pattern decide, for parents too', () => {
    expect(excludes(['docs', '!docs/README.md'], 'docs/a/b')).toBe(true);
    expect(excludes(['docs', '!docs/README.md'], 'docs/README.md')).toBe(false);
    expect(excludes(['!a', 'a'], 'a')).toBe(true);
    expect(excludes(['*'], '.')).toBe(false);
  });

  it('knows ** and classes', () => {
    expect(excludes(['**/node_modules'], 'a/b/node_modules/c')).toBe(true);
    expect(excludes(['a/**/*.txt'], 'a/x/y.txt')).toBe(true);
    expect(excludes(['[a-c]?.md'], 'bx.md')).toBe(true);
    expect(excludes(['a\\-b*'], 'a-bc')).toBe(true);
  });

  it('refuses patterns that can never be right', () => {
    expect(() => createIgnoreMatcher(['!'])).toThrow('illegal exclusion pattern: "!"');
    expect(() => createIgnoreMatcher(['['])).toThrow('syntax error in pattern');
  });
});
