import { describe, expect, it } from 'vitest';
import { parseFlags } from './instruction-flags.ts';

const KNOWN = { from: 'string', link: 'bool', mount: 'strings' } as const;

describe('parseFlags', () => {
  it('reads values by kind', () => {
    const flags = parseFlags(['--from=a=b', '--link', '--mount=x', '--mount=y'], KNOWN);
    expect([flags.text('from'), flags.isSet('link'), flags.list('mount'), flags.used]).toEqual([
      'a=b',
      true,
      ['x', 'y'],
      ['from', 'link', 'mount'],
    ]);
    expect(parseFlags(['--link=FALSE'], KNOWN).isSet('link')).toBe(false);
  });

  it.each([
    ['--form=x', 'unknown flag: --form (did you mean from?)'],
    ['--from', 'missing a value on flag: from'],
    ['--link=', 'missing a value on flag: link'],
    ['--link=x', 'expecting boolean value for flag link, not: x'],
  ])('refuses %s', (word, message) => {
    expect(() => parseFlags([word], KNOWN)).toThrow(message);
  });

  it('refuses a flag given twice', () => {
    expect(() => parseFlags(['--from=a', '--from=b'], KNOWN)).toThrow('duplicate flag specified: from');
  });
});
