import type { Random } from '../../lib/random.ts';

const ID_DIGITS = 25;

/** An ID as swarms have them: 128 bits in 25 digits of base 36. @see moby/swarmkit v2 identity/randomid.go */
export function newIdentity(random: Random): string {
  return toIdentity(random.hex(32));
}

/** 128 bits in hexadecimal → the ID made of them. */
export function toIdentity(hex: string): string {
  return BigInt(`0x${hex}`).toString(36).padStart(ID_DIGITS, '0');
}
