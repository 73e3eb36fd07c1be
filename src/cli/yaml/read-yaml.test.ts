import { describe, expect, it } from 'vitest';
import { readYaml } from './read-yaml.ts';

/** The value of a text's only document. */
const valueOf = (text: string): unknown => readYaml(text)[0]?.value;

describe('readYaml', () => {
  it.each([
    ['0o17', 15],
    ['010', 8],
    ['0x1F', 31],
    ['1_000', 1000],
    ['1e3', 1000],
    ['yes', 'yes'],
    ['"8"', '8'],
    ['~', null],
    ['TRUE', true],
    ['12:30', '12:30'],
  ])('resolves the scalar %s', (text, value) => {
    expect(valueOf(`a: ${text}\n`)).toEqual({ a: value });
  });

  it('merges mappings, the nearer over the farther', () => {
    const text = 'base: &base {a: 1, b: 2}\nmore: &more {b: 3, c: 4}\nall:\n  <<: [*base, *more]\n  a: 5\n';
    expect(valueOf(text)).toEqual({
      base: { a: 1, b: 2 },
      more: { b: 3, c: 4 },
      all: { a: 5, b: 2, c: 4 },
    });
  });

  it('says where things are reset', () => {
    expect(readYaml('a:\n  b: !reset null\n  c: !override [1]\n')).toEqual([
      {
        value: { a: { c: [1] } },
        resets: [
          ['a', 'b'],
          ['a', 'c'],
        ],
      },
    ]);
  });

  it('says which key is no text', () => {
    expect(readYaml('a:\n  1: x\n')[0]?.oddKey).toEqual({ key: 1, path: ['a'] });
  });

  it('refuses keys that are there twice', () => {
    expect(() => readYaml('a: 1\na: 2\n')).toThrow('line 2: mapping key "a" already defined at line 1');
  });

  it('reads no document from nothing', () => {
    expect(readYaml('# nothing\n')).toEqual([]);
  });
});

describe('readYaml on a text that is no YAML', () => {
  it.each([
    [
      'too little indent',
      'services:\n  a:\n    image: x\n   ports: [1]\n',
      'line 1: did not find expected key',
    ],
    ['a first line', 'a:\n  b: 1\n c: 2\n', 'line 2: did not find expected key'],
    ['a mapping in a value', 'a:\n  b: c: d\n', 'line 2: mapping values are not allowed in this context'],
    [
      'a value that goes on',
      'a:\n  b: c\n    d: e\n',
      'line 3: mapping values are not allowed in this context',
    ],
    ['a key without colon', 'a:\n  b c\n  d: e\n', 'line 3: mapping values are not allowed in this context'],
    ['an item among keys', 'a:\n  b: c\n  - d\n', 'line 1: did not find expected key'],
    ['a key among items', 'a:\n  - b\n  c: d\n', "line 1: did not find expected '-' indicator"],
    ['an open quote', 'a:\n  b: "c\n  d: e\n', 'line 2: found unexpected end of stream'],
    ['an open list', 'a:\n  b: [c\n  d: e\n', "line 1: did not find expected ',' or ']'"],
    ['an open mapping', 'a:\n  b: {c: d\n', "line 1: did not find expected ',' or '}'"],
    ['a tab', 'a:\n\tb: c\n', 'line 2: found character that cannot start any token'],
    ['a reserved character', 'a:\n  b: @c\n', 'line 2: found character that cannot start any token'],
    ['a bracket too many', 'a:\n  b: [c]]\n', 'line 1: did not find expected key'],
    ['an unknown anchor', 'a:\n  b: *c\n', "unknown anchor 'c' referenced"],
  ])('%s', (_, text, message) => {
    expect(() => readYaml(text)).toThrow(new RegExp(`^${message.replace(/[.*+?()[\]{}|]/g, '\\$&')}$`));
  });
});
