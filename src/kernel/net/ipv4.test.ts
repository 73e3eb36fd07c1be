import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from './ipv4.ts';

describe('parseAddress', () => {
  it('reads what formatAddress writes', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2 ** 32 - 1 }),
        (address) => parseAddress(formatAddress(address)) === address,
      ),
    );
  });

  it.each([
    '',
    '1',
    '1.2.3',
    '1.2.3.',
    '.1.2.3',
    '1.2.3.4.',
    '1.2.3.4.5',
    '256.1.1.1',
    '1..2.3',
    '1.2.3.0004',
  ])('knows no address in %j', (text) => expect(parseAddress(text)).toBeUndefined());

  it.each(['a.b.c.d', '1.2.3.4x', ' 1.2.3.4', '1.2.3.4\n', '-1.2.3.4', '::1'])('knows none in %j', (text) =>
    expect(parseAddress(text)).toBeUndefined(),
  );
});
