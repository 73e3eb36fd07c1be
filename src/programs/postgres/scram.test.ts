import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { expect, it } from 'vitest';
import { decodeBase64 } from '../../lib/base64.ts';
import {
  formatVerifier,
  mockVerifier,
  parseVerifier,
  ScramClient,
  ScramServer,
  type Derive,
} from './scram.ts';

const SALT = Uint8Array.from({ length: 16 }, (_, at) => at);

const derive: Derive = (password, salt, c) =>
  Promise.resolve(pbkdf2(sha256, password, salt, { c, dkLen: 32 }));

async function exchange(password: string, server: ScramServer): Promise<boolean> {
  const client = new ScramClient(password, 'abc', derive);
  const first = server.first(client.first()) ?? '';
  const final = server.last((await client.last(first)) ?? '');
  return final !== undefined && client.isServer(final);
}

it('takes the right password and no other', async () => {
  const verifier = parseVerifier(formatVerifier('secret', SALT))!;
  expect(await exchange('secret', new ScramServer(verifier, 'xyz'))).toBe(true);
  expect(await exchange('Secret', new ScramServer(verifier, 'xyz'))).toBe(false);
  expect(await exchange('secret', new ScramServer(mockVerifier(SALT), 'xyz'))).toBe(false);
});

it('understands what PostgreSQL keeps of a password', async () => {
  // ALTER ROLE … PASSWORD 'pencil', by PostgreSQL 15.
  const text =
    'SCRAM-SHA-256$4096:48InX6KhGCqONHRgvcm44A==$4+yhLWstTqE9msADHVU44g5zmtxTHwoJ7hmOZEwbW6c=:4vCGwuALhxy1VTy32wqeqHjtrNI1x7uCjt/RMXUiG34=';
  const verifier = parseVerifier(text)!;
  expect(await exchange('pencil', new ScramServer(verifier, 'xyz'))).toBe(true);
  expect(await exchange('pen', new ScramServer(verifier, 'xyz'))).toBe(false);
  expect(formatVerifier('pencil', decodeBase64(verifier.salt).bytes)).toBe(text);
});

it.each(['i=0', 'i=x', 'i=1e99', ''])('takes no nonsense for the number of rounds: %s', async (rounds) => {
  const client = new ScramClient('secret', 'abc', derive);
  expect(await client.last(`r=abcxyz,s=AAAA,${rounds}`)).toBe(undefined);
});
