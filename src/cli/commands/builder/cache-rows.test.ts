import { expect, it } from 'vitest';
import { formatPruned } from './cache-rows.ts';

const record = {
  Parents: null,
  Type: 'regular',
  Description: '',
  CreatedAt: '',
  UsageCount: 1,
  InUse: false,
};

it('sets rows as buildx does: the heading with the first', () => {
  const rows = [
    { ...record, ID: 'abc', Shared: true, Size: 1500, LastUsedAt: '2026-01-05T09:00:00Z' },
    { ...record, ID: 'def', Shared: false, Size: 0, LastUsedAt: null },
  ];
  expect(formatPruned(rows, Date.UTC(2026, 0, 5, 9, 2))).toBe(
    `ID\t\t\t\t\t\tRECLAIMABLE\tSIZE\t\tLAST ACCESSED\n${'abc'.padEnd(40)}\ttrue \t\t1.5kB*    \t2 minutes ago\n${'def'.padEnd(40)}\ttrue \t0B        \t\nTotal:\t1.5kB\n`,
  );
  expect(formatPruned([], 0)).toBe('Total:\t0B\n');
});
