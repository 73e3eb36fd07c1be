import { describe, expect, it } from 'vitest';
import { parseDotenv } from './dotenv.ts';

const parse = (text: string): Record<string, string> =>
  Object.fromEntries(parseDotenv(text, { get: (name) => ({ HOST: 'db' })[name] }));

describe('parseDotenv', () => {
  it.each([
    ['A=1\nB = 2\nexport C=3\n', { A: '1', B: '2', C: '3' }],
    ['# a comment\n\nA=x # not this\n', { A: 'x' }],
    ['A="x # this"\nB=\'$HOST\'\n', { A: 'x # this', B: '$HOST' }],
    ['A=$HOST:5432\nB=${A}/x\n', { A: 'db:5432', B: 'db:5432/x' }],
    ['A="one\ntwo"\n', { A: 'one\ntwo' }],
    ['A="a\\nb"\nB=\'a\\nb\'\n', { A: 'a\nb', B: 'a\\nb' }],
    ['A: yaml\n', { A: 'yaml' }],
    ['A=\r\nHOST\r\n', { A: '', HOST: 'db' }],
  ])('%j', (text, variables) => {
    expect(parse(text)).toEqual(variables);
  });

  it.each(['A B=1\n', 'A="x\n', "A='x\n"])('refuses %j', (text) => {
    expect(() => parse(text)).toThrow(/line 1|unexpected|unterminated/);
  });
});
