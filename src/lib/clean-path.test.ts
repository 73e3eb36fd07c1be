import { describe, expect, it } from 'vitest';
import { cleanPath } from './clean-path.ts';

describe('cleanPath', () => {
  it.each([
    ['', '.'],
    ['.', '.'],
    ['/', '/'],
    ['//a/./b/../c/', '/a/c'],
    ['/..', '/'],
    ['../a/../..', '../..'],
    ['a/..', '.'],
  ])('%s is %s', (path, cleaned) => {
    expect(cleanPath(path)).toBe(cleaned);
  });
});
