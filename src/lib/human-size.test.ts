import { describe, expect, it } from 'vitest';
import { formatBinarySize, formatHumanSize, parseBinarySize, parseHumanSize } from './human-size.ts';

describe('sizes', () => {
  it('are shown in powers of 1000 or 1024', () => {
    expect(formatHumanSize(0)).toBe('0B');
    expect(formatHumanSize(1048576)).toBe('1.049MB');
    expect(formatHumanSize(7797000, 3)).toBe('7.8MB');
    expect(formatBinarySize(3.42 * 2 ** 30)).toBe('3.42GiB');
  });

  it('are read with and without units', () => {
    expect(parseBinarySize('32KIB')).toBe(32768);
    expect(parseBinarySize('32.3 mb')).toBe(33869004);
    expect(parseHumanSize('.3kB')).toBe(300);
  });

  it('are refused in the words of go-units', () => {
    expect(() => parseBinarySize('hello')).toThrow("invalid size: 'hello'");
    expect(() => parseBinarySize('-1')).toThrow("invalid size: '-1'");
    expect(() => parseBinarySize('10xb')).toThrow("invalid suffix: 'xb'");
    expect(() => parseBinarySize('.')).toThrow('strconv.ParseFloat: parsing ".": invalid syntax');
  });
});
