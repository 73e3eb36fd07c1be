/** A manager as another sees it. */
export interface Candidate {
  readonly nodeId: string;
  /** How far its log is. */
  readonly index: number;
  readonly createdMs: number;
}

/**
 * Who leads, as far as one manager sees: the leader stays while it is in reach of a majority, else the one that knows most, the eldest of these. Undefined where
 * too few are in reach. Simplified: nobody votes; in Raft it is who asks first.
 * @param reachable itself among them
 * @param managers how many there are
 */
export function electLeader(
  reachable: readonly Candidate[],
  managers: number,
  present: string | undefined,
): string | undefined {
  if (reachable.length * 2 <= managers) return undefined;
  if (reachable.some(({ nodeId }) => nodeId === present)) return present;
  const [best] = [...reachable].sort(
    (a, b) => b.index - a.index || a.createdMs - b.createdMs || (a.nodeId < b.nodeId ? -1 : 1),
  );
  return best?.nodeId;
}
