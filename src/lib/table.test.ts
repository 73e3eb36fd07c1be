import { expect, it } from 'vitest';
import { tableOf } from './table.ts';

it('finds its own entries and nothing that every object has', () => {
  const table: Readonly<Record<string, number>> = tableOf({ a: 1 });
  expect(['a', 'constructor', 'toString', '__proto__'].map((word) => table[word])).toEqual([
    1,
    undefined,
    undefined,
    undefined,
  ]);
  expect('constructor' in table).toBe(false);
});
