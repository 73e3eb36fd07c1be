import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';
import { formatFailure, formatResult, judge } from './results.ts';

describe('parseOptions', () => {
  it('reads the command line', () => {
    expect(
      parseOptions(['--dir', '/d', '--suite=units', '--json', 'x', '--failures', '3', '--allow-missing']),
    ).toEqual({
      dir: '/d',
      suite: 'units',
      json: 'x',
      failures: 3,
      allowMissing: true,
      recorded: false,
    });
    expect(parseOptions([]).dir).toBe('../shared/conformance');
    expect(() => parseOptions(['--what'])).toThrow('unknown option: --what');
    expect(() => parseOptions(['--dir'])).toThrow('--dir needs a value');
  });
});

describe('judge', () => {
  it('compares as data and shows what differs', () => {
    const { result, failures } = judge([
      { name: 'a', actual: { x: 1, y: undefined }, expected: { x: 1 } },
      { name: 'b', actual: { x: 1 }, expected: { x: 2 } },
    ]);
    expect(result).toEqual({ passed: 1, total: 2, failed: ['b'] });
    expect(formatResult('units', result)).toBe('units                             1/2   50.0%');
    expect(failures.map((failure) => formatFailure('units', failure))).toEqual([
      '  units: b\n    -  "x": 2\n    +  "x": 1',
    ]);
  });
});
