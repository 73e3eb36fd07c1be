import { expect, it } from 'vitest';
import { decodeBase64 } from '../../lib/base64.ts';
import { formatVerifier, mockVerifier, parseVerifier, ScramClient, ScramServer } from './scram.ts';

const SALT = Uint8Array.from({ length: 16 }, (_, at) => at);

function exchange(password: string, server: ScramServer): boolean {
  const client = new ScramClient(password, 'abc');
  const first = server.first(client.first());
  const final = first === undefined ? undefined : server.last(client.last(first));
  return final !== undefined && client.isServer(final);
}

it('takes the right password and no other', () => {
  const verifier = parseVerifier(formatVerifier('secret', SALT))!;
  expect(exchange('secret', new ScramServer(verifier, 'xyz'))).toBe(true);
  expect(exchange('Secret', new ScramServer(verifier, 'xyz'))).toBe(false);
  expect(exchange('secret', new ScramServer(mockVerifier(SALT), 'xyz'))).toBe(false);
});

it('understands what PostgreSQL keeps of a password', () => {
  // ALTER ROLE … PASSWORD 'pencil', by PostgreSQL 15.
  const text =
    'SCRAM-SHA-256$4096:48InX6KhGCqONHRgvcm44A==$4+yhLWstTqE9msADHVU44g5zmtxTHwoJ7hmOZEwbW6c=:4vCGwuALhxy1VTy32wqeqHjtrNI1x7uCjt/RMXUiG34=';
  const verifier = parseVerifier(text)!;
  expect(exchange('pencil', new ScramServer(verifier, 'xyz'))).toBe(true);
  expect(exchange('pen', new ScramServer(verifier, 'xyz'))).toBe(false);
  expect(formatVerifier('pencil', decodeBase64(verifier.salt).bytes)).toBe(text);
});
