import { expect, it } from 'vitest';
import { SameNames } from './same-names.ts';

it('numbers may differ, what they stand for may not', () => {
  const names = new SameNames();
  expect(names.match('<ID3> runs', '<ID5> runs')).toBe(true);
  expect(names.match('<id3> <id4>', '<id5> <id6>')).toBe(true);
  expect(names.match('<ID3>', '<ID6>')).toBe(false);
  expect(names.match('<ID7>', '<ID5>')).toBe(false);
  expect(names.match('<ID7> <ID8>', '<ID9> <ID9>')).toBe(false);
  expect(names.match('<ID3> stopped', '<ID5> runs')).toBe(false);
  expect(names.match('<NAME3>', '<NAME1>')).toBe(true);
});
