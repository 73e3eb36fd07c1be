import { describe, expect, it } from 'vitest';
import { formatUlimit, parseUlimit } from './ulimit-spec.ts';

describe('parseUlimit', () => {
  it('reads one or two limits', () => {
    expect(parseUlimit('nofile=512:1024')).toEqual({ Name: 'nofile', Soft: 512, Hard: 1024 });
    expect(formatUlimit(parseUlimit('nofile=-1'))).toBe('nofile=-1:-1');
  });

  it.each([
    ['nofile', 'invalid ulimit argument: nofile'],
    ['x=1', 'invalid ulimit type: x'],
    ['nofile=a', 'strconv.ParseInt: parsing "a": invalid syntax'],
    ['nofile=2:1', 'ulimit soft limit must be less than or equal to hard limit: soft: 2, hard: 1'],
    ['nofile=1:2:3', 'too many limit value arguments - 1:2:3, can only have up to two, `soft[:hard]`'],
  ])('refuses %s', (text, message) => {
    expect(() => parseUlimit(text)).toThrow(message);
  });
});
