import { expect, it } from 'vitest';
import { isEqual } from './is-equal.ts';

it('compares JSON values by what they hold; a field that is undefined is as none', () => {
  expect(isEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }], c: undefined })).toBe(true);
  expect(isEqual({ a: [1] }, { a: { 0: 1 } })).toBe(false);
  expect(isEqual({ a: null }, {})).toBe(false);
  expect(isEqual([1, 2], [2, 1])).toBe(false);
});
