import { describe, expect, it } from 'vitest';
import { formatHumanDuration } from './human-duration.ts';

const HOUR = 3_600_000;

describe('formatHumanDuration', () => {
  it.each([
    [999, 'Less than a second'],
    [1000, '1 second'],
    [59_000, '59 seconds'],
    [60_000, 'About a minute'],
    [120_000, '2 minutes'],
    [HOUR, 'About an hour'],
    [1.5 * HOUR, '2 hours'],
    [48 * HOUR, '2 days'],
    [14 * 24 * HOUR, '2 weeks'],
    [60 * 24 * HOUR, '2 months'],
    [730 * 24 * HOUR, '2 years'],
  ])('%d ms', (ms, text) => {
    expect(formatHumanDuration(ms)).toBe(text);
  });
});
