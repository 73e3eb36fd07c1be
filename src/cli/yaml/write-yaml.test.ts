import { describe, expect, it } from 'vitest';
import { sortKeys, writeYaml } from './write-yaml.ts';

describe('writeYaml', () => {
  it('indents lists in mappings, and writes what is empty on one line', () => {
    const value = { a: { b: ['x', { c: 1, d: [2] }], e: {}, f: [] }, g: null };
    expect(writeYaml(value)).toBe(
      'a:\n  b:\n    - x\n    - c: 1\n      d:\n        - 2\n  e: {}\n  f: []\ng: null\n',
    );
  });

  it.each([
    ['busybox:latest', 'busybox:latest'],
    ['busybox:', "'busybox:'"],
    ['a: b', "'a: b'"],
    ['#x', "'#x'"],
    ['103', '"103"'],
    ['true', '"true"'],
    ['y', '"y"'],
    ['', '""'],
    ['a #b', "'a #b'"],
    ['tab\there', '"tab\\there"'],
    ['a\nb', '|-\n  a\n  b'],
    ['a\nb\n', '|\n  a\n  b'],
  ])('writes the text %j', (text, written) => {
    expect(writeYaml({ key: text })).toBe(`key: ${written}\n`);
  });
});

it('sortKeys counts numbers in names', () => {
  expect(sortKeys(['web10', 'web2', 'web', 'a-b', 'ab'])).toEqual(['a-b', 'ab', 'web', 'web2', 'web10']);
});
