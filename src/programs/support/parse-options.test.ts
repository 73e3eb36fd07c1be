import { describe, expect, it } from 'vitest';
import { OptionError, parseOptions } from './parse-options.ts';

const SPEC = { short: 'ab:c::', long: { all: 'a', base: 'b:', color: 'color?', count: 'count:' } };

describe('parseOptions', () => {
  it('reads clusters, attached and separate values, long names and their prefixes', () => {
    const { given, operands } = parseOptions(
      ['-ab', '1', 'x', '-b2', '-c', '-c3', '--al', '--base=4', '--color', '--', '-a'],
      SPEC,
    );
    expect(given).toEqual([
      ['a', undefined],
      ['b', '1'],
      ['b', '2'],
      ['c', undefined],
      ['c', '3'],
      ['a', undefined],
      ['b', '4'],
      ['color', undefined],
    ]);
    expect(operands).toEqual(['x', '-a']);
  });

  it('stops at the first operand where it is told to', () => {
    expect(parseOptions(['-a', 'env', '-b'], { ...SPEC, inOrder: true }).operands).toEqual(['env', '-b']);
  });

  it.each([
    [['-x'], 'unknown-short', 'x'],
    [['--nope'], 'unknown-long', 'nope'],
    [['-b'], 'needs-value-short', 'b'],
    [['--base'], 'needs-value-long', 'base'],
    [['--all=1'], 'no-value', 'all'],
    [['--co'], 'ambiguous', 'co'],
  ])('refuses %j', (words, kind, option) => {
    const parse = (): unknown => parseOptions(words, SPEC);
    expect(parse).toThrow(OptionError);
    expect(parse).toThrow(`${kind} ${option}`);
  });
});
