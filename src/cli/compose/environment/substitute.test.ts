import { describe, expect, it } from 'vitest';
import { InvalidTemplateError, MissingRequiredError, substitute } from './substitute.ts';

const VARIABLES: Readonly<Record<string, string>> = { FOO: 'first', EMPTY: '', BAR: 'second' };

const fill = (text: string): string => substitute(text, { get: (name) => VARIABLES[name] });

describe('substitute', () => {
  it.each([
    ['$FOO-${FOO}', 'first-first'],
    ['$$FOO $${FOO}', '$FOO ${FOO}'],
    ['$ and $1', '$ and $1'],
    ['a${NONE}b', 'ab'],
    ['${NONE-x}${EMPTY-x}${EMPTY:-y}', 'xy'],
    ['${FOO+set}${EMPTY+set}${EMPTY:+set}${NONE+set}', 'setset'],
    ['${NONE:-${BAR:-x}}/${NONE:-${NONE:-z}}', 'second/z'],
    ['${FOO:?no}${EMPTY?no}', 'first'],
    ['${NONE:-a}b${NONE:-c}d', 'abcd'],
    ['${NONE:-a:?b}', 'a:?b'],
  ])('%s', (text, filled) => {
    expect(fill(text)).toBe(filled);
  });

  it.each(['${', '${FOO', '${-x}', '${1}'])('refuses %s', (text) => {
    expect(() => fill(text)).toThrow(InvalidTemplateError);
  });

  it('says what is missing and why', () => {
    expect(() => fill('${EMPTY:?set ${BAR}}')).toThrow(new MissingRequiredError('EMPTY', 'set second'));
    expect(() => fill('${NONE?}')).toThrow('required variable NONE is missing a value');
  });

  it('tells of names without a value', () => {
    const missing: string[] = [];
    substitute('$A ${B} ${C-x} $FOO', {
      get: (name) => VARIABLES[name],
      missing: (name) => void missing.push(name),
    });
    expect(missing).toEqual(['A', 'B']);
  });
});
