import { expect, it } from 'vitest';
import { findText } from './find-text.ts';

it('says which of how many matches is at hand', () => {
  expect(findText('', { index: 0, count: 3 })).toBe('');
  expect(findText('x', { index: -1, count: 0 })).toBe('No match');
  expect(findText('x', { index: 2, count: 12 })).toBe('3 of 12');
  expect(findText('x', { index: -1, count: 12 })).toBe('12 found');
  expect(findText('x', { index: -1, count: 1000 })).toBe('1000 or more');
});
