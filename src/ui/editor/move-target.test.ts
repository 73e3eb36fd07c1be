import { describe, expect, it } from 'vitest';
import { moveTarget } from './move-target.ts';

describe('moveTarget', () => {
  it('is the same name in the other folder', () => {
    expect(moveTarget('/p/a.txt', '/p/sub')).toBe('/p/sub/a.txt');
    expect(moveTarget('/p/sub/a.txt', '/p')).toBe('/p/a.txt');
    expect(moveTarget('/p/sub', '/p/subway')).toBe('/p/subway/sub');
  });

  it('is nowhere in the same folder, in itself, and below itself', () => {
    expect(moveTarget('/p/a.txt', '/p')).toBeUndefined();
    expect(moveTarget('/p/sub', '/p/sub')).toBeUndefined();
    expect(moveTarget('/p/sub', '/p/sub/deep')).toBeUndefined();
  });
});
