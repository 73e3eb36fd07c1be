import type { Random } from '../../lib/random.ts';

const ID_DIGITS = 25;

/** An ID as swarms have them: 128 bits in 25 digits of base 36. @see moby/swarmkit v2 identity/randomid.go */
export function newIdentity(random: Random): string {
  return base36(random, 32, ID_DIGITS);
}

/** What a node joins with: who the cluster is, and a secret of the role. @see moby/swarmkit v2 ca/certificates.go GenerateJoinToken */
export function newJoinToken(random: Random, clusterDigest: string): string {
  return `SWMTKN-1-${clusterDigest}-${base36(random, 32, ID_DIGITS)}`;
}

/** A stand-in for the digest of the root certificate. */
export function newClusterDigest(random: Random): string {
  return base36(random, 64, 50);
}

function base36(random: Random, hexDigits: number, length: number): string {
  return BigInt(`0x${random.hex(hexDigits)}`)
    .toString(36)
    .padStart(length, '0');
}
