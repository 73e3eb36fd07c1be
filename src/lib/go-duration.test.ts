import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from './go-duration.ts';

describe('durations', () => {
  it.each([
    ['0', 0, '0s'],
    ['1h30m', 5400e9, '1h30m0s'],
    ['-1.5s', -1.5e9, '-1.5s'],
    ['300ms', 3e8, '300ms'],
    ['1.5us', 1500, '1.5µs'],
    ['12ns', 12, '12ns'],
    ['90s', 90e9, '1m30s'],
  ])('%s', (text, ns, shown) => {
    expect(parseDuration(text)).toBe(ns);
    expect(formatDuration(ns)).toBe(shown);
  });

  it.each([
    ['', 'time: invalid duration ""'],
    ['5', 'time: missing unit in duration "5"'],
    ['5x', 'time: unknown unit "x" in duration "5x"'],
    ['.s', 'time: invalid duration ".s"'],
  ])('refuses %s', (text, message) => {
    expect(() => parseDuration(text)).toThrow(message);
  });
});
