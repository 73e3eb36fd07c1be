import { describe, expect, it } from 'vitest';
import { isDigest, validateDigest } from './image-digest.ts';

describe('validateDigest', () => {
  it('takes the three algorithms Docker links', () => {
    expect(isDigest(`sha256:${'0'.repeat(64)}`)).toBe(true);
    expect(isDigest(`sha512:${'0'.repeat(128)}`)).toBe(true);
    expect(isDigest('alpine')).toBe(false);
  });

  it('says what is wrong', () => {
    expect(() => validateDigest('x')).toThrow('invalid checksum digest format');
    expect(() => validateDigest(`md5:${'0'.repeat(32)}`)).toThrow('unsupported digest algorithm');
    expect(() => validateDigest('sha256:00')).toThrow('invalid checksum digest length');
    expect(() => validateDigest(`sha256:${'G'.repeat(64)}`)).toThrow('invalid checksum digest format');
  });
});
