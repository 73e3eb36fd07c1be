import { describe, expect, it } from 'vitest';
import { splitBlanks, splitWords } from './split-words.ts';

describe('splitWords', () => {
  it.each([
    ['a  b', ['a', 'b']],
    ['a="b c" \'d e\'f', ['a="b c"', "'d e'f"]],
    ['a\\ b \\"c', ['a\\ b', '\\"c']],
    ['"a\\" b"', ['"a\\" b"']],
    ["'a\\' b", ["'a\\'", 'b']],
    ['a ""', ['a', '""']],
    ['a \\', ['a']],
  ])('%s', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  it('takes another escape character', () => {
    expect(splitWords('a` b\\ c', '`')).toEqual(['a` b\\', 'c']);
  });
});

describe('splitBlanks', () => {
  it('knows no quotes', () => {
    expect(splitBlanks('a "b\tc"')).toEqual(['a', '"b', 'c"']);
    expect(splitBlanks('')).toEqual([]);
  });
});
