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

/** What a node joins with: who the cluster is, and a secret of the role. @see moby/swarmkit v2 ca/certificates.go GenerateJoinToken */
export function newJoinToken(random: Random, clusterDigest: string): string {
  return `SWMTKN-1-${clusterDigest}-${newIdentity(random)}`;
}

const DIGEST_DIGITS = 50;

/** A stand-in for the digest of the root certificate. */
export function newClusterDigest(random: Random): string {
  return BigInt(`0x${random.hex(64)}`)
    .toString(36)
    .padStart(DIGEST_DIGITS, '0');
}
