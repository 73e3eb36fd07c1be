import { describe, expect, it } from 'vitest';
import { splitWords } from './shell-split.ts';

describe('splitWords', () => {
  it.each([
    ['sh -c "a b"', ['sh', '-c', 'a b']],
    [`a'b c'd  e`, ['ab cd', 'e']],
    ['a\\ b "c\\"d" \'e\\f\'', ['a b', 'c"d', 'e\\f']],
    ['a # b', ['a']],
    ["''", ['']],
    ['', []],
  ])('%s', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  it('says what is missing at the end', () => {
    expect(() => splitWords('"a')).toThrow('EOF found when expecting closing quote');
    expect(() => splitWords('a\\')).toThrow('EOF found after escape character');
  });
});
