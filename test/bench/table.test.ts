import { describe, expect, it } from 'vitest';
import { median, percentile } from './measure.ts';
import { formatTable } from './table.ts';

describe('formatTable', () => {
  it('aligns rows and tells the ratio to each baseline', () => {
    const rows = [
      { name: 'a', median: 2, unit: 'ms', runs: 3, baselines: [{ name: 'b', median: 1000 }] },
      { name: 'page', skipped: 'no browser' },
    ] as const;
    expect(formatTable(rows)).toBe(
      [
        '| benchmark | median  | runs | against a baseline in the same run |',
        '|-----------|---------|------|------------------------------------|',
        '| a         | 2.00 ms | 3    | 500× faster than b (1000 ms)       |',
        '| page      | –       | 0    | skipped: no browser                |',
      ].join('\n'),
    );
  });
});

describe('formatTable with the time of the processor', () => {
  it('has a column for it, and calls a rate a rate', () => {
    const rows = [
      { name: 'a', median: 2, unit: 'ms', runs: 3, cpu: 1 },
      { name: 'b', median: 50, unit: 'requests/s', runs: 1, baselines: [{ name: 'c', median: 100 }] },
    ] as const;
    expect(formatTable(rows)).toBe(
      [
        '| benchmark | median          | CPU     | runs | against a baseline in the same run    |',
        '|-----------|-----------------|---------|------|---------------------------------------|',
        '| a         | 2.00 ms         | 1.00 ms | 3    |                                       |',
        '| b         | 50.0 requests/s |         | 1    | 0.500× the rate of c (100 requests/s) |',
      ].join('\n'),
    );
  });
});

describe('percentile', () => {
  it('is the nearest rank', () => {
    const values = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect([percentile(values, 95), percentile(values, 5), percentile([3], 50)]).toEqual([19, 1, 3]);
  });
});

describe('median', () => {
  it('is the middle value', () => expect(median([9, 1, 5])).toBe(5));
  it('is the mean of the middle two', () => expect(median([4, 1, 2, 9])).toBe(3));
});
