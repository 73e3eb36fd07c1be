import { describe, expect, it } from 'vitest';
import { formatGeneral, formatQuoted } from './go-format.ts';

describe('formatQuoted', () => {
  it('escapes as Go does', () => {
    expect(formatQuoted('a "b"\\\n\t')).toBe('"a \\"b\\"\\\\\\n\\t"');
    expect(formatQuoted('é한😀')).toBe('"é한😀"');
    expect(formatQuoted('\x01\u200b\u{e0001}')).toBe('"\\x01\\u200b\\U000e0001"');
  });
});

describe('formatGeneral', () => {
  it.each([
    [0, 4, '0'],
    [1.0239, 4, '1.024'],
    [999.999, 4, '1000'],
    [12.3, 3, '12.3'],
    [1048576, 4, '1.049e+06'],
    [0.00001, 3, '1e-05'],
    [0.00012345, 3, '0.000123'],
  ])('%d with %d digits is %s', (value, precision, text) => {
    expect(formatGeneral(value, precision)).toBe(text);
  });
});
