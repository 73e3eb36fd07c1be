import { expect, it } from 'vitest';
import { withoutEnd } from './trim-end.ts';

it.each([
  ['a//', '/', 'a'],
  ['//', '/', ''],
  ['', '/', ''],
  ['/a/b', '/', '/a/b'],
  ['x \n \n', ' \n', 'x'],
])('%j without %j', (text, chars, expected) => {
  expect(withoutEnd(text, chars)).toBe(expected);
});
