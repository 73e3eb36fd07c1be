import { deflateSync, gunzipSync, gzipSync, inflateSync, unzlibSync, zlibSync } from 'fflate';
import { hmac } from '@noble/hashes/hmac.js';
import type { Process } from '../../../kernel/process.ts';
import { DIGESTS } from '../../support/digests.ts';
import { derivePbkdf2, deriveScrypt, scryptFault } from '../../support/key-derivation.ts';
import type { HostCall } from '../runtime/quickjs-vm.ts';
import { number, text } from '../../support/wasm/host-arguments.ts';
import { bytes } from './arguments.ts';

const ZLIB: ReadonlyMap<string, (data: Uint8Array) => Uint8Array> = new Map([
  ['gzip', (data) => gzipSync(data, { mtime: 0 })],
  ['gunzip', (data) => gunzipSync(data)],
  ['deflate', (data) => zlibSync(data)],
  ['inflate', (data) => unzlibSync(data)],
  ['deflateRaw', (data) => deflateSync(data)],
  ['inflateRaw', (data) => inflateSync(data)],
] as [string, (data: Uint8Array) => Uint8Array][]);

/** Digests and randomness. A digest's name that is not known gives nothing. */
export function cryptoCalls(proc: Process): Record<string, HostCall> {
  return {
    digest: (name, buffer, offset, length) => DIGESTS.get(text(name))?.(bytes(buffer, offset, length)) ?? null,
    hmac: (name, key, keyLength, buffer, offset, length) => {
      const digest = DIGESTS.get(text(name));
      return digest ? hmac(digest, bytes(key, 0, keyLength), bytes(buffer, offset, length)) : null;
    },
    pbkdf2: (name, password, passwordLength, salt, saltLength, rounds, size) => {
      const digest = DIGESTS.get(text(name));
      if (!digest) return null;
      const cost = { rounds: number(rounds), size: number(size) };
      return derivePbkdf2(proc, digest, bytes(password, 0, passwordLength).slice(), bytes(salt, 0, saltLength).slice(), cost);
    },
    /** What is wrong with the cost instead, where it can't be paid. */
    scrypt: (password, passwordLength, salt, saltLength, size, n, r, p, memory) => {
      const cost = { N: number(n), r: number(r), p: number(p), size: number(size), memory: number(memory) };
      return scryptFault(cost) ?? deriveScrypt(proc, bytes(password, 0, passwordLength), bytes(salt, 0, saltLength), cost);
    },
    zlib: (kind, buffer, offset, length) => {
      try {
        return ZLIB.get(text(kind))?.(bytes(buffer, offset, length)) ?? null;
      } catch {
        return null;
      }
    },
    randomBytes: (count) => {
      proc.allocate(number(count));
      const made = new Uint8Array(number(count));
      proc.allocate(-number(count));
      for (let at = 0; at < made.length; at++) made[at] = proc.random() & 0xff;
      return made;
    },
  };
} // prettier-ignore
