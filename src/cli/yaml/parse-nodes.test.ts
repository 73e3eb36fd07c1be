import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import { describe, expect, it } from 'vitest';
import { finish } from '../../lib/work.ts';
import { parseNodes } from './parse-nodes.ts';
import { readYaml } from './read-yaml.ts';

const many = (line: (at: number) => string, count = 900): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

const LARGE: readonly (readonly [what: string, text: string])[] = [
  ['a mapping', many((at) => `key ${at}: value of ${at}\n`)],
  [
    'a mapping in a mapping',
    `a: 1\nb:\n${many((at) => `  key-${at}:\n    x: ${at}\n    y: [1, 2]\n`)}c: 2\n`,
  ],
  ['a list', many((at) => `- item ${at} of the list\n`)],
  ['lists in lists', many((at) => `- - one of ${at}\n  - two\n`)],
  ['a list right below its key', `a:\n${many((at) => `- {name: n${at}, of: [x, y]}\n`)}b: 1\n`],
  ['brackets', `a: [${many((at) => `item ${at} of the list, `)}]\nb: 1\n`],
  ['braces', `{"a": {${many((at) => `"key-${at}": {"x": [1, 2]}, `)}"z": 0}, "b": [${many((at) => `{"n": ${at}},`)}]}`], // prettier-ignore
  ['pairs in brackets', `[${many((at) => `key ${at} of many: {a: 1}, `)}]`],
  ['one text', `a: |\n${many((at) => `  line ${at} of a long text\n`)}b: 2\n`],
  [
    'comments and empty lines',
    `# first\n\n${many((at) => `# of ${at}\n\nkey-${at}: # beside\n  x: 1\n\n`)}# last\n`,
  ],
  ['several documents', `--- # one\n${many((at) => `key-${at}: a value\n`)}...\n---\n${many((at) => `- of ${at}, two\n`)}`], // prettier-ignore
  ['values that are not there', many((at) => `key-${at}:\n? other-${at}\n`)],
  ['tags and anchors', `x: &all\n${many((at) => `  k${at}: !!str 1\n`)}y: *all\nz: !override\n${many((at) => `  - &a${at} of ${at}\n  - *a${at}\n`)}`], // prettier-ignore
];

const WRONG: readonly (readonly [what: string, line: string])[] = [
  ['a key without a value', 'a: 1\nkey\n'],
  ['a mapping in a value', 'a: b: c\n'],
  ['two commas', 'a: [b,, c]\n'],
  ['a quote that stays open', 'a: "b\n'],
  ['too little indent', 'a:\n    b: 1\n   c: 2\n'],
];

/** What is in the documents, how the library itself parses them. */
const parsedAtOnce = (text: string): Document.Parsed[] => [
  ...parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' }),
];

describe('parseNodes', () => {
  it.each(LARGE)('makes of %s, in pieces, what the library makes of it', (_, text) => {
    expect(text.length).toBeGreaterThan(16_384);
    const { documents, large } = finish(parseNodes(text, new LineCounter()));
    expect(large.size).toBeGreaterThan(0);
    expect(documents.map((document) => document.toJS({ maxAliasCount: -1 }) as unknown)).toEqual(
      parsedAtOnce(text).map((document) => document.toJS({ maxAliasCount: -1 }) as unknown),
    );
  });

  it.each(WRONG)('says of %s what the library says of it', (_, line) => {
    for (const text of [
      many((at) => `key-${at}: value of it\n`) + line,
      `${line}${many((at) => `key-${at}: value of it\n`)}`,
      `a:\n${many((at) => `  - item ${at} of the list\n`)}b:\n  ${line.replaceAll('\n', '\n  ')}\nc: 1\n`,
    ]) {
      const errors = finish(parseNodes(text, new LineCounter())).documents.flatMap((one) => one.errors);
      const wanted = parsedAtOnce(text).flatMap((one) => one.errors);
      expect(errors.map(({ code, pos }) => [code, pos])).toEqual(wanted.map(({ code, pos }) => [code, pos]));
      expect(errors.length).toBeGreaterThan(0);
    }
  });

  it('gives way after each piece', () => {
    const text = many((at) => `key-${at}:\n  x: value of ${at}\n`, 4000);
    let [turns, most] = [0, 0];
    for (const operations of parseNodes(text, new LineCounter())) {
      turns++;
      most = Math.max(most, operations);
    }
    expect(turns).toBeGreaterThan((2 * text.length) / 20_000);
    expect(most).toBeLessThan(3000);
  });
});

it('tells the line of a key that is there twice in a large mapping', () => {
  const text = `a:\n${many((at) => `  key-${at}: value of it\n`)}  key-7: again\n`;
  expect(() => readYaml(text)).toThrow('line 902: mapping key "key-7" already defined at line 9');
});
