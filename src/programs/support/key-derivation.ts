import { hmac } from '@noble/hashes/hmac.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import type { CHash } from '@noble/hashes/utils.js';
import type { Process } from '../../kernel/process.ts';

/** Virtual µs of one round, and rounds between two looks at the clock. */
const ROUND_MICROS = 2;
const ROUNDS_A_TURN = 512;
/** What OpenSSL lets scrypt take unless told otherwise. */
const SCRYPT_MEMORY = 32 * 1024 * 1024;
/** Blocks that are mixed at most, so that nobody waits for long. */
const SCRYPT_MIXES = 1 << 22;

/** PBKDF2 with HMAC. Gives others their turn and can be interrupted, however many rounds it is. @see RFC 8018 §5.2 */
export async function derivePbkdf2(
  proc: Process,
  hash: CHash,
  password: Uint8Array,
  salt: Uint8Array,
  { rounds, size }: { rounds: number; size: number },
): Promise<Uint8Array> {
  // Too much ends the process here; what is made is soon in its own memory.
  proc.allocate(size);
  const derived = new Uint8Array(size);
  proc.allocate(-size);
  const keyed = hmac.create(hash, password);
  for (let block = 1, at = 0; at < size; block++, at += hash.outputLen) {
    const index = Uint8Array.of(block >>> 24, block >>> 16, block >>> 8, block);
    let last = keyed.clone().update(salt).update(index).digest();
    const sum = last.slice();
    for (let round = 1; round < rounds; round++) {
      last = keyed.clone().update(last).digest();
      for (let byte = 0; byte < sum.length; byte++) sum[byte] = (sum[byte] ?? 0) ^ (last[byte] ?? 0);
      if (round % ROUNDS_A_TURN !== 0) continue;
      const turn = proc.tick(ROUNDS_A_TURN * ROUND_MICROS);
      if (turn) await turn;
    }
    derived.set(sum.subarray(0, size - at), at);
  }
  return derived;
}

export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly size: number;
  /** Bytes that it may take; OpenSSL's 32 MiB unless given. */
  readonly memory?: number;
}

/** What is wrong with a cost. */
export type ScryptFault = 'parameters' | 'memory';

/** Undefined for a cost that can be paid. Simplified: more than 2^22 mixes are refused too, as if they took too much memory. */
export function scryptFault({ N, r, p, memory }: ScryptCost): ScryptFault | undefined {
  if (!(N > 1 && N < 2 ** 32 && Number.isInteger(Math.log2(N)) && r >= 1 && p >= 1)) return 'parameters';
  const most = memory || SCRYPT_MEMORY;
  return 128 * N * r + 128 * r * p > most || N * r * p > SCRYPT_MIXES ? 'memory' : undefined;
}

/** scrypt, at a cost without fault. @see RFC 7914 */
export function deriveScrypt(
  proc: Process,
  password: Uint8Array,
  salt: Uint8Array,
  { N, r, p, size }: ScryptCost,
): Uint8Array {
  const held = 128 * N * r + size;
  proc.allocate(held);
  try {
    return scrypt(password, salt, { N, r, p, dkLen: size });
  } finally {
    proc.allocate(-held);
  }
}
