import { describe, expect, it } from 'vitest';
import { parseCsvLine } from './csv-line.ts';
import { parseBool } from './go-bool.ts';

describe('parseCsvLine', () => {
  it('splits at commas outside of quotes', () => {
    expect(parseCsvLine('a,"b,""c""",')).toEqual(['a', 'b,"c"', '']);
  });
  it.each([
    ['', 'EOF'],
    ['a"b', 'parse error on line 1, column 2: bare " in non-quoted field'],
    ['"a', 'parse error on line 1, column 3: extraneous or missing " in quoted-field'],
    ['"a"b', 'parse error on line 1, column 3: extraneous or missing " in quoted-field'],
  ])('refuses %s', (line, message) => {
    expect(() => parseCsvLine(line)).toThrow(message);
  });
});

describe('parseBool', () => {
  it('takes what Go takes', () => {
    expect(['1', 'T', 'true', '0', 'False', 'no'].map(parseBool)).toEqual([
      true,
      true,
      true,
      false,
      false,
      undefined,
    ]);
  });
});
