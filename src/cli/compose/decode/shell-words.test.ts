import { describe, expect, it } from 'vitest';
import { splitShellWords } from './shell-words.ts';

describe('splitShellWords', () => {
  it.each([
    ['sh -c "a b"', ['sh', '-c', 'a b']],
    ['echo \'a "b"\' c\\ d', ['echo', 'a "b"', 'c d']],
    ['a "" b', ['a', '', 'b']],
    ['echo $HOME', ['echo', '$HOME']],
    ['make && run', ['make']],
    ['  ', []],
  ])('%j', (text, words) => {
    expect(splitShellWords(text)).toEqual(words);
  });

  it.each(['echo "a', "echo 'a", 'a\\'])('refuses %j', (text) => {
    expect(() => splitShellWords(text)).toThrow('invalid command line string');
  });
});
