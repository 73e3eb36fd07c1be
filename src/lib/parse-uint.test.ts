import { expect, it } from 'vitest';
import { parseUint } from './parse-uint.ts';

it('reads whole numbers as Go does, and says what is wrong', () => {
  expect([parseUint('0', 16), parseUint('65535', 16), parseUint('007', 64)]).toEqual([0, 65535, 7]);
  expect(() => parseUint('65536', 16)).toThrow('strconv.ParseUint: parsing "65536": value out of range');
  expect(() => parseUint('18446744073709551616', 64)).toThrow('value out of range');
  for (const text of ['', '-1', '+1', '0x10', '1 '])
    expect(() => parseUint(text, 64)).toThrow(`strconv.ParseUint: parsing "${text}": invalid syntax`);
});
