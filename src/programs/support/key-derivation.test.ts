import { sha256 } from '@noble/hashes/sha2.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { expect, it } from 'vitest';
import { toBytes } from '../../lib/bytes.ts';
import { bootForTest, runForTest } from '../../kernel/testing/boot.ts';
import { derivePbkdf2, scryptFault } from './key-derivation.ts';

it('keys over several blocks are those of RFC 8018, and their making takes virtual time', async () => {
  const machine = bootForTest();
  const [password, salt] = [toBytes('p'), toBytes('s')];
  await runForTest(machine, async (proc) => {
    const before = proc.now();
    const made = await derivePbkdf2(proc, sha256, password, salt, { rounds: 2000, size: 70 });
    expect(made).toEqual(pbkdf2(sha256, password, salt, { c: 2000, dkLen: 70 }));
    expect(proc.now() - before).toBeGreaterThan(5);
    return 0;
  });
  expect(machine.errors).toEqual([]);
});

it('costs that OpenSSL refuses are refused', () => {
  const cost = { N: 16384, r: 8, p: 1, size: 64 };
  expect(scryptFault(cost)).toBeUndefined();
  expect(scryptFault({ ...cost, N: 1000 })).toBe('parameters');
  expect(scryptFault({ ...cost, N: 2 ** 20 })).toBe('memory');
  expect(scryptFault({ ...cost, p: 1e8 })).toBe('memory');
});
