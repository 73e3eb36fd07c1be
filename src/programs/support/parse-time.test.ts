import { describe, expect, it } from 'vitest';
import { parseTime } from './parse-time.ts';

/** A Thursday. */
const NOW = Date.UTC(2026, 0, 1, 12, 30);

describe('parseTime', () => {
  it.each([
    ['@1700000000', '2023-11-14T22:13:20Z'],
    ['2024-03-05', '2024-03-05T00:00:00Z'],
    ['2024-03-05T10:20:30.5+02:00', '2024-03-05T08:20:30.500Z'],
    ['5 Mar 2024 10pm', '2024-03-05T22:00:00Z'],
    ['Mar 5, 2024', '2024-03-05T00:00:00Z'],
    ['now', '2026-01-01T12:30:00Z'],
    ['', '2026-01-01T00:00:00Z'],
    ['10:00', '2026-01-01T10:00:00Z'],
    ['2 days ago', '2025-12-30T12:30:00Z'],
    ['+1 hour', '2026-01-01T13:30:00Z'],
    ['next month', '2026-02-01T12:30:00Z'],
    ['friday', '2026-01-02T00:00:00Z'],
    ['next friday', '2026-01-02T00:00:00Z'],
    ['last monday', '2025-12-29T00:00:00Z'],
    ['thursday', '2026-01-01T00:00:00Z'],
    ['2024-01-31 10:00 +1 day', '2024-02-01T10:00:00Z'],
    ['Thu, 01 Jan 2026 00:00:00 GMT', '2026-01-01T00:00:00Z'],
  ])('%s', (text, expected) => {
    expect(new Date(parseTime(text, NOW) ?? 0).toISOString()).toBe(new Date(expected).toISOString());
  });

  it.each(['nonsense', '2024-13-01', '2024-02-30', '25:00', '10 parsecs'])('refuses %s', (text) => {
    expect(parseTime(text, NOW)).toBeUndefined();
  });
});
