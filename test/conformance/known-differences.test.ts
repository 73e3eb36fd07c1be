import { expect, it } from 'vitest';
import { formatKnownDifferences, untoldFailures } from './known-differences.ts';

const DIFFERENCES = { recorded: [{ reason: 'Another engine.', cases: ['a.json#1', 'a.json#2'] }] };

it('tells what fails without a reason, and what has a reason and passes', () => {
  expect(untoldFailures('transcripts', { failed: ['a.json#1', 'b.json#3'] }, DIFFERENCES)).toEqual([
    'transcripts: b.json#3 differs for no known reason',
    'transcripts: a.json#2 is a known difference, and passes',
  ]);
  expect(untoldFailures('units', { failed: ['x'] }, DIFFERENCES)).toEqual([]);
});

it('lists them for the page', () => {
  expect(formatKnownDifferences(DIFFERENCES)).toContain(
    '### Recorded sessions\n\n| why | cases |\n|---|---|\n| Another engine. | `a#1` `a#2` |\n',
  );
});
