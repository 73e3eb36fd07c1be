import { describe, expect, it } from 'vitest';
import { isIpAddress } from './ip-address.ts';

describe('isIpAddress', () => {
  it.each(['0.0.0.0', '255.1.2.3', '::', '::1', '2001:db8::68', '1:2:3:4:5:6:7:8', '::ffff:10.0.0.1'])(
    'takes %s',
    (text) => {
      expect(isIpAddress(text)).toBe(true);
    },
  );
  it.each([
    '',
    '1.2.3',
    '256.1.1.1',
    '01.2.3.4',
    '1::2::3',
    '12345::',
    '1:2:3',
    '::ffff:10.0.0',
    'fe80::1%eth0',
  ])('refuses %s', (text) => {
    expect(isIpAddress(text)).toBe(false);
  });
});
