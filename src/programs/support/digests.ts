import { blake2b, blake2s } from '@noble/hashes/blake2.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js';
import type { CHash } from '@noble/hashes/utils.js';

/** What languages can hash with, by the name that Python and OpenSSL give it. */
export const DIGESTS: ReadonlyMap<string, CHash> = new Map<string, CHash>([
  ['md5', md5],
  ['sha1', sha1],
  ['sha224', sha224],
  ['sha256', sha256],
  ['sha384', sha384],
  ['sha512', sha512],
  ['sha3_224', sha3_224],
  ['sha3_256', sha3_256],
  ['sha3_384', sha3_384],
  ['sha3_512', sha3_512],
  ['blake2b', blake2b as unknown as CHash],
  ['blake2s', blake2s as unknown as CHash],
]);
