import { describe, expect, it } from 'vitest';
import { parseNodes } from './parse-nodes.ts';

describe('parseNodes', () => {
  it('joins continued lines and keeps their numbers', () => {
    const { nodes, warnings } = parseNodes(
      '\uFEFFfrom a\r\n\n# about b\nRUN x \\\n# comment\n\n  y\\\\\nUSER z',
    );
    expect(nodes.map(({ name, args, range, comments }) => ({ name, args, range, comments }))).toEqual([
      { name: 'from', args: ['a'], range: { start: 1, end: 1 }, comments: [] },
      { name: 'RUN', args: ['x   y\\\\'], range: { start: 4, end: 7 }, comments: ['about b'] },
      { name: 'USER', args: ['z'], range: { start: 8, end: 8 }, comments: [] },
    ]);
    expect(warnings).toEqual([
      { message: 'Empty continuation line found in: RUN x   y\\\\', range: { start: 7, end: 7 } },
    ]);
  });

  it('takes another escape character', () => {
    const { nodes, escape } = parseNodes('# escape=`\nRUN dir `\n  C:\\\n');
    expect([escape, nodes[0]?.args]).toEqual(['`', ['dir   C:\\']]);
  });

  it('splits arguments by the kind of instruction', () => {
    const { nodes } = parseNodes(
      'ENV a b c\nLABEL x=1 "y z"=2\nCMD ["a", "b"]\nCMD [a]\nONBUILD ADD a b\nFOO bar',
    );
    expect(nodes.map(({ args, json }) => [args, json])).toEqual([
      [['a', 'b c', ''], false],
      [['x', '1', '=', '"y z"', '2', '='], false],
      [['a', 'b'], true],
      [['[a]'], false],
      [['ADD', 'a', 'b'], false],
      [[''], false],
    ]);
  });

  it('refuses lines that are too long and elements that are no strings', () => {
    expect(() => parseNodes(`FROM a\nRUN ${'x'.repeat(65536)}`)).toThrow(
      'dockerfile line greater than max allowed size of 65535',
    );
    expect(() => parseNodes('CMD ["a", 1]')).toThrow(
      'when using JSON array syntax, arrays must be comprised of strings only',
    );
    expect(() => parseNodes('ENV a=1 b')).toThrow(
      'Syntax error - can\'t find = in "b". Must be of the form: name=value',
    );
  });
});
