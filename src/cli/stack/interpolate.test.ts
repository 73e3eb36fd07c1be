import { describe, expect, it } from 'vitest';
import { interpolate, interpolateMap } from './interpolate.ts';

const VARIABLES = new Map([
  ['FOO', 'first'],
  ['EMPTY', ''],
]);
const lookUp = (name: string): string | undefined => VARIABLES.get(name);

describe('interpolate', () => {
  it.each([
    ['$FOO/${FOO}', 'first/first'],
    ['$$FOO', '$FOO'],
    ['a${NONE}b', 'ab'],
    ['${NONE-x}${EMPTY-x}${EMPTY:-y}', 'xy'],
    ['${NONE:-$FOO}', '$FOO'],
    ['$NONE-x y', 'x y'],
    ['$1 $FOO', '1 first'],
    ['${FOO:?no}', 'first'],
  ])('%s', (text, filled) => {
    expect(interpolate(text, lookUp)).toBe(filled);
  });
});

describe('interpolateMap', () => {
  const fill = (service: Record<string, string>): unknown =>
    interpolateMap({ services: { web: service } }, lookUp);

  it('names the place of what is wrong', () => {
    expect(() => fill({ image: '${FOO' })).toThrow(
      'invalid interpolation format for services.web.image: "${FOO"; you may need to escape any $ with another $',
    );
    expect(() => fill({ image: '${NONE:?set it}' })).toThrow(
      '"required variable NONE is missing a value: set it"',
    );
    expect(() => fill({ tty: '$FOO' })).toThrow(
      'error while interpolating services.web.tty: failed to cast to expected type: invalid boolean: first',
    );
  });

  it('makes booleans of what was filled in', () => {
    expect(fill({ tty: '${NONE:-yes}', read_only: 'yes' })).toEqual({
      services: { web: { tty: true, read_only: 'yes' } },
    });
  });
});
