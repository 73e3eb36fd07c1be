import { describe, expect, it } from 'vitest';
import { matchGlob } from './glob.ts';

describe('matchGlob', () => {
  it.each([
    ['*.go', 'a.go', true],
    ['*', 'a/b', false],
    ['a?c', 'a☺c', true],
    ['a?b', 'a/b', false],
    ['[a-c]x', 'bx', true],
    ['[^a-c]x', 'bx', false],
    ['[^a]', '/', false],
    ['[\\-x]', '-', true],
    ['a\\*b', 'a*b', true],
    ['[z-a]', 'b', false],
    ['', '', true],
  ])('%s against %s is %s', (pattern, name, matches) => {
    expect(matchGlob(pattern, name)).toBe(matches);
  });

  it.each(['[', '[]a]', '[-]', '[x-]', 'a[', 'a\\', '[^', '[a-b-c]'])('refuses %s', (pattern) => {
    expect(() => matchGlob(pattern, 'a')).toThrow('syntax error in pattern');
  });
});
