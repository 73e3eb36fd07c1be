import { digestOf } from '../../engine/testing/digest.ts';
import { encodeTree } from '../../kernel/files/tree-codec.ts';
import { sha256Digest } from '../../lib/sha256.ts';
import type { MachineSnapshot, WorldSnapshot } from '../saved-world.ts';

/** What a world's snapshot holds, down to every file and line, as one digest. */
export function worldDigest(snapshot: WorldSnapshot): string {
  const { others = [], seed, nowMs, terminals, journal, pageState } = snapshot;
  const shells = Object.entries(terminals).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256Digest(
    JSON.stringify([seed, nowMs, shells, journal, pageState, ...[snapshot, ...others].map(machineParts)]),
  );
}

function machineParts({ hostTree, engine, ...rest }: MachineSnapshot): unknown[] {
  const { randomState, hostStartBytes, isOff = false, isCut = false } = rest;
  const { saved } = encodeTree(hostTree, () => undefined);
  return [saved, digestOf(engine), randomState, hostStartBytes, isOff, isCut];
}
