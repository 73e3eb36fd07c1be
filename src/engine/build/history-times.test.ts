import { expect, it } from 'vitest';
import { readEpoch, withTimes } from './history-times.ts';

const times = (created: readonly string[], epochMs?: number): string[] =>
  withTimes(
    created.map((time) => ({ created: time, createdBy: '', comment: '', emptyLayer: time === '' })),
    epochMs,
  ).map((step) => step.created);

it('steps without a layer have the time of the one before them, or of the first new one', () => {
  expect(times(['2020', '', '2024', '', '2025', ''])).toEqual([
    '2020',
    '2024',
    '2024',
    '2024',
    '2025',
    '2025',
  ]);
  expect(times(['2020', '2021', '', ''])).toEqual(['2020', '2021', '2021', '2021']);
});

it('nothing is later than the epoch', () => {
  const early = '1970-01-01T00:00:00Z';
  expect(times([early, '', '2024-05-01T00:00:00Z'], readEpoch({ SOURCE_DATE_EPOCH: '1' }))).toEqual([
    early,
    '1970-01-01T00:00:01Z',
    '1970-01-01T00:00:01Z',
  ]);
  expect(readEpoch({ SOURCE_DATE_EPOCH: 'soon' })).toBeUndefined();
});
