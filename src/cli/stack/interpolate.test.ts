import { describe, expect, it } from 'vitest';
import { interpolate, interpolateMap } from './interpolate.ts';

const VARIABLES = new Map([
  ['FOO', 'first'],
  ['EMPTY', ''],
]);
const lookUp = (name: string): string | undefined => VARIABLES.get(name);

describe('interpolate', () => {
  it.each([
    ['$FOO-${FOO}', 'first-first'],
    ['$$FOO', '$FOO'],
    ['a${NONE}b', 'ab'],
    ['${NONE-x}${EMPTY-x}${EMPTY:-y}', 'xy'],
    ['${FOO:+set}${NONE:+set}', 'set'],
    ['${FOO:?no}', 'first'],
  ])('%s', (text, filled) => {
    expect(interpolate(text, lookUp)).toBe(filled);
  });

  it('names the place of what is wrong', () => {
    const fill = (image: string) => () => interpolateMap({ web: { image } }, 'services', lookUp);
    expect(fill('${FOO')).toThrow('invalid interpolation format for services.web.image: "${FOO"; you may');
    expect(fill('${NONE:?set it}')).toThrow('"required variable NONE is missing a value: set it"');
  });
});
