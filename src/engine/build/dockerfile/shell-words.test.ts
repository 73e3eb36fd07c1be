import { describe, expect, it } from 'vitest';
import { expand, expandWord, expandWords } from './shell-words.ts';

const VARIABLES: Readonly<Record<string, string>> = {
  PWD: '/home',
  EMPTY: '',
  FILE: 'a.tar.gz',
  LIST: 'a  b',
};
const lookup = (name: string): string | undefined => VARIABLES[name];
const word = (text: string): string => expandWord(text, lookup);

describe('expandWord', () => {
  it.each([
    ['$PWD/x', '/home/x'],
    ['${PWD}x', '/homex'],
    ['"$PWD" \'$PWD\'', '/home $PWD'],
    ['\\$PWD', '$PWD'],
    ['a\\', 'a'],
    ['$.', '$.'],
    ['${NO:-a}${EMPTY:-b}${EMPTY-c}', 'ab'],
    ['${PWD:+x}${EMPTY:+x}${EMPTY+y}', 'xy'],
    ['${FILE#*.}', 'tar.gz'],
    ['${FILE##*.}', 'gz'],
    ['${FILE%.*}', 'a.tar'],
    ['${FILE%%.*}', 'a'],
    ['${FILE/a/b} ${FILE//a/b}', 'b.tar.gz b.tbr.gz'],
  ])('%s', (text, value) => {
    expect(word(text)).toBe(value);
  });

  it.each([
    ["it's", 'unexpected end of statement while looking for matching single-quote'],
    ['${', "syntax error: missing '}'"],
    ['${}', 'syntax error: bad substitution'],
    ['${PWD=x}', 'unsupported modifier (=) in substitution'],
    ['${PWD:#x}', 'unsupported modifier (:#) in substitution'],
    ['${NO:?}', 'NO: is not allowed to be unset'],
    ['${EMPTY:?set it}', 'EMPTY: set it'],
    ['${PWD/a}', "syntax error: missing '/' in ${}"],
    ['${FILE#\\a}', "invalid pattern (\\a) in substitution: invalid escape '\\a'"],
  ])('refuses %s', (text, message) => {
    expect(() => word(text)).toThrow(message);
  });

  it('takes another escape character', () => {
    expect(expandWord('C:\\a`$PWD', lookup, '`')).toBe('C:\\a$PWD');
  });
});

describe('expandWords', () => {
  it('splits what comes out of variables, unless quoted', () => {
    expect(expandWords('$LIST "$LIST" x\\ y', lookup)).toEqual(['a', 'b', 'a  b', 'x y']);
  });
});

describe('expand', () => {
  it('tells which variables were used', () => {
    const { matched, unmatched } = expand('$PWD ${NO}', lookup);
    expect([[...matched], [...unmatched]]).toEqual([['PWD'], ['NO']]);
  });

  it('can leave unset variables and quotes as they are', () => {
    expect(expand('$NO ${NO:-x} "$PWD"', lookup, { keepUnset: true, rawQuotes: true }).value).toBe(
      '$NO ${NO:-x} "/home"',
    );
    expect(expand('"$PWD"', lookup, { skipQuotes: true }).value).toBe('"/home"');
  });
});
