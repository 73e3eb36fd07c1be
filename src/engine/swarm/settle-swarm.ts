import type { EngineContext } from '../engine-context.ts';
import { shareOverlays } from '../networks/adopt-overlay.ts';
import { withNode } from './cluster-changes.ts';
import type { ClusterState, NodeRecord, SwarmState } from './cluster-state.ts';
import { commitCluster } from './commit-cluster.ts';
import { electLeader } from './elect-leader.ts';
import { isLeading } from './fabric.ts';

/** How long managers that hear nothing of the leader wait. @see moby/swarmkit v2 manager/state/raft electionTick, of a second each */
export const ELECTION_MS = 3000;

/** How long a node that is not heard of counts as up: three heartbeats. @see moby/swarmkit v2 manager/dispatcher/nodes.go gracePeriodMultiplier */
export const HEARTBEAT_GRACE_MS = 15_000;

/** Finds out who leads, as this manager sees it, and brings those in reach to what the leader knows. */
export function settleManagers(context: EngineContext): void {
  const { fabric, store } = context;
  const { swarm } = store.state;
  if (!swarm?.cluster) return;
  const managers = fabric.reachable(context).filter((other) => other.store.state.swarm?.cluster);
  const newest = managers.reduce((a, b) => (indexOf(b) > indexOf(a) ? b : a), context);
  const cluster = newest.store.state.swarm?.cluster ?? swarm.cluster;
  const all = [...cluster.nodes].map(([, node]) => node).filter(({ manager }) => manager);
  const leads = managers.find(({ store }) => isLeading(store.state.swarm) && all.length > 0);
  const present = leads?.store.state.swarm?.nodeId;
  const candidates = managers.flatMap((manager) => {
    const nodeId = manager.store.state.swarm?.nodeId ?? '';
    const node = cluster.nodes.get(nodeId);
    return node?.manager ? [{ nodeId, index: indexOf(manager), createdMs: node.createdMs }] : [];
  });
  const leaderId = electLeader(candidates, all.length, present) ?? '';
  if (leaderId === '') return setSwarm(context, { leaderId });
  for (const manager of managers) setSwarm(manager, { leaderId, cluster });
  const leader = fabric.node(context, leaderId);
  if (!leader) return;
  const inReach = new Set(candidates.map(({ nodeId }) => nodeId));
  commitCluster(leader, (state, { nowMs }) =>
    all.reduce((next, node) => withManager(next, node, leaderId, inReach, nowMs), state),
  );
  for (const other of fabric.reachable(leader))
    if (other !== leader) shareOverlays(leader, other, other.store.state.swarm?.cluster !== undefined);
}

/** A leader that reaches no majority any more decides nothing from then on: whatever it did, the others would not know. */
export function stepDown(context: EngineContext): void {
  const { fabric, store } = context;
  const { swarm } = store.state;
  if (!swarm?.cluster || !isLeading(swarm)) return;
  const managers = [...swarm.cluster.nodes].filter(([, { manager }]) => manager);
  const inReach = managers.filter(([id]) => fabric.node(context, id));
  if (inReach.length * 2 <= managers.length) setSwarm(context, { leaderId: '' });
}

function indexOf({ store }: EngineContext): number {
  return store.state.swarm?.cluster?.index ?? 0;
}

/** A part of what a machine knows of its swarm; what is the same commits nothing. */
export function setSwarm({ store }: EngineContext, part: Partial<SwarmState>): void {
  const { swarm } = store.state;
  if (!swarm || Object.entries(part).every(([key, value]) => swarm[key as keyof SwarmState] === value))
    return;
  store.commit((state) => ({ ...state, swarm: { ...swarm, ...part } }));
}

function withManager(
  cluster: ClusterState,
  { id }: NodeRecord,
  leaderId: string,
  inReach: ReadonlySet<string>,
  nowMs: number,
): ClusterState {
  const node = cluster.nodes.get(id);
  if (!node?.manager) return cluster;
  const leader = id === leaderId;
  const unreachable = !inReach.has(id);
  if (node.manager.leader === leader && (node.manager.unreachable ?? false) === unreachable) return cluster;
  const manager = { leader, address: node.manager.address, ...(unreachable ? { unreachable } : {}) };
  return withNode(cluster, { ...node, manager }, nowMs);
}

/** The leader counts those as down that it has not heard of. @see moby/swarmkit v2 manager/dispatcher/dispatcher.go markNodeNotReady */
export function expireNodes(context: EngineContext): void {
  if (!isLeading(context.store.state.swarm)) return;
  commitCluster(context, (cluster, { nowMs }) =>
    [...cluster.nodes].reduce((state, [id, node]) => {
      if (node.status.State === 'down' || context.fabric.node(context, id)) return state;
      const status = { State: 'down', Message: 'heartbeat failure', Addr: node.status.Addr } as const;
      return withNode(state, { ...node, status }, nowMs);
    }, cluster),
  );
}

/** Makes managers of the nodes that are to be ones, and workers of those that are not any more; the leader does it. @see moby/swarmkit v2 manager/role_manager.go */
export function settleRoles(context: EngineContext): void {
  const { fabric } = context;
  const { swarm } = context.store.state;
  if (!swarm?.cluster || !isLeading(swarm)) return;
  const wanted = [...swarm.cluster.nodes].map(([, node]) => node);
  const changed = wanted.filter((node) => (node.spec.Role === 'manager') !== (node.manager !== undefined));
  const inReach = changed.filter(({ id }) => fabric.node(context, id));
  if (inReach.length === 0) return;
  const daemons = inReach.map((node) => ({ node, daemon: fabric.node(context, node.id) }));
  const cluster = commitCluster(context, (state, { nowMs }) =>
    inReach.reduce((next, node) => withNode(next, { ...node, manager: asManager(node) }, nowMs), state),
  );
  for (const { node, daemon } of daemons)
    if (daemon && node.spec.Role === 'manager') setSwarm(daemon, { cluster, leaderId: swarm.nodeId });
    else if (daemon)
      setSwarm(daemon, { cluster: undefined, leaderId: undefined, clusterId: cluster.cluster.id });
  const rest = fabric.reachable(context).find(({ store }) => store.state.swarm?.cluster);
  if (rest) settleManagers(rest);
  fabric.changed();
}

function asManager({ spec, status }: NodeRecord): NodeRecord['manager'] {
  return spec.Role === 'manager' ? { leader: false, address: `${status.Addr}:2377` } : undefined;
}
