import type { Process } from '../../../kernel/process.ts';
import { DIGESTS } from '../../support/digests.ts';
import { derivePbkdf2, deriveScrypt, scryptFault } from '../../support/key-derivation.ts';
import { fromHex, toHex } from './hex.ts';
import { number, text } from '../../support/wasm/host-arguments.ts';
import type { HostCall } from './host-call.ts';

/** Digests and keys made of passwords: they would be slow in Python. A digest that is not known gives nothing. */
export function digestCalls(proc: Process): Record<string, HostCall> {
  return {
    hash: (name, data) => {
      const digest = DIGESTS.get(text(name));
      return digest ? toHex(digest(fromHex(text(data)))) : '';
    },
    pbkdf2: async (name, password, salt, rounds, size) => {
      const digest = DIGESTS.get(text(name));
      if (!digest) return '';
      const cost = { rounds: number(rounds), size: number(size) };
      return toHex(await derivePbkdf2(proc, digest, fromHex(text(password)), fromHex(text(salt)), cost));
    },
    /** What is wrong with the cost instead, where it can't be paid. */
    scrypt: (password, salt, n, r, p, memory, size) => {
      const cost = { N: number(n), r: number(r), p: number(p), size: number(size), memory: number(memory) };
      return (
        scryptFault(cost) ?? toHex(deriveScrypt(proc, fromHex(text(password)), fromHex(text(salt)), cost))
      );
    },
  };
}
