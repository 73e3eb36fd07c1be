import { expect, it } from 'vitest';
import { offlineText } from './offline.ts';

it.each([
  [{ shell: 'unavailable', all: undefined }, 'keeps no copy'],
  [{ shell: 'loading', all: undefined }, 'Keeping what the page needs'],
  [{ shell: 'kept', all: undefined }, 'opens without a network'],
  [{ shell: 'kept', all: { done: 3, of: 10 } }, 'Keeping file 4 of 10'],
  [{ shell: 'kept', all: { done: 10, of: 10 } }, 'Everything is kept'],
  [{ shell: 'kept', all: { done: 3, of: 10, failed: true } }, 'could not be fetched'],
] as const)('%o is told as: %s', (state, words) => {
  expect(offlineText(state)).toContain(words);
});
