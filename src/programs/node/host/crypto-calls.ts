import { deflateSync, gunzipSync, gzipSync, inflateSync, unzlibSync, zlibSync } from 'fflate';
import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { Process } from '../../../kernel/process.ts';
import type { HostCall } from '../runtime/quickjs-vm.ts';
import { bytes, number, text } from './arguments.ts';

const HASHES = { md5, sha1, sha224, sha256, sha384, sha512 };

const ZLIB: Readonly<Record<string, (data: Uint8Array) => Uint8Array>> = {
  gzip: (data) => gzipSync(data, { mtime: 0 }),
  gunzip: (data) => gunzipSync(data),
  deflate: (data) => zlibSync(data),
  inflate: (data) => unzlibSync(data),
  deflateRaw: (data) => deflateSync(data),
  inflateRaw: (data) => inflateSync(data),
};

type HashName = keyof typeof HASHES;

const isHash = (name: string): name is HashName => name in HASHES;

/** Digests and randomness. A digest's name that is not known gives nothing. */
export function cryptoCalls(proc: Process): Record<string, HostCall> {
  return {
    digest: (name, buffer, offset, length) =>
      isHash(text(name)) ? HASHES[text(name) as HashName](bytes(buffer, offset, length)) : null,
    hmac: (name, key, keyLength, buffer, offset, length) =>
      isHash(text(name))
        ? hmac(HASHES[text(name) as HashName], bytes(key, 0, keyLength), bytes(buffer, offset, length))
        : null,
    pbkdf2: (name, password, passwordLength, salt, saltLength, rounds, size) =>
      isHash(text(name))
        ? pbkdf2(HASHES[text(name) as HashName], bytes(password, 0, passwordLength), bytes(salt, 0, saltLength), { c: number(rounds), dkLen: number(size) })
        : null,
    scrypt: (password, passwordLength, salt, saltLength, size, cost) =>
      scrypt(bytes(password, 0, passwordLength), bytes(salt, 0, saltLength), { N: number(cost), r: 8, p: 1, dkLen: number(size) }),
    zlib: (kind, buffer, offset, length) => {
      try {
        return ZLIB[text(kind)]?.(bytes(buffer, offset, length)) ?? null;
      } catch {
        return null;
      }
    },
    randomBytes: (count) => {
      const made = new Uint8Array(number(count));
      for (let at = 0; at < made.length; at++) made[at] = proc.random() & 0xff;
      return made;
    },
  };
} // prettier-ignore
