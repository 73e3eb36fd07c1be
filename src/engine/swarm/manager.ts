import type { EngineContext } from '../engine-context.ts';
import { allocateService } from './allocator/allocate.ts';
import { networkTable } from './allocator/network-table.ts';
import { tasksOfService, type ChangeContext } from './cluster-changes.ts';
import type { ClusterState, ServiceRecord, TaskRecord } from './cluster-state.ts';
import { commitCluster } from './commit-cluster.ts';
import { enforceConstraints } from './orchestrator/enforce-constraints.ts';
import { nextDeadline, reconcileService } from './orchestrator/reconcile-service.ts';
import { RecentFailures } from './scheduler/recent-failures.ts';
import { schedule } from './scheduler/schedule.ts';

/**
 * The reconciler of a manager: after each change of the cluster it looks at the services that it concerns, and commits what is to be done for them.
 * Everything it goes by is in the cluster; a restore arms it again.
 * @returns the way to stop
 */
export function startManager(context: EngineContext): () => void {
  const { store, kernel } = context;
  const work = newWork();
  const deadlines = new Map<string, () => void>();
  let isAwake = false;
  let isStopped = false;
  /** Changes of one moment are looked at together. */
  const wake = (): void => {
    if (isAwake) return;
    isAwake = true;
    kernel.task('orchestrator', async () => {
      isAwake = false;
      if (!isStopped) tick();
    });
  };
  const tick = (): void => {
    const { services, nodes } = takeWork(work);
    const after = commitCluster(context, (cluster, change) =>
      reconcile(context, cluster, { ...work, services, nodes }, change),
    );
    for (const id of services.keys()) armDeadline(after, id);
    const looked = new Set([...services.keys(), ...work.unallocated]);
    work.unallocated = unallocatedServices(after, [...looked]);
    work.unassigned = unassignedTasks(after, looked, work.unassigned);
  };
  const armDeadline = (cluster: ClusterState, id: string): void => {
    deadlines.get(id)?.();
    deadlines.delete(id);
    const at = nextDeadline(cluster, id, kernel.clock.now());
    if (at === Infinity) return;
    const cancel = kernel.clock.at(at, () => {
      note(work.services, id, false);
      wake();
    });
    deadlines.set(id, cancel);
  };
  const stop = store.subscribe(({ state, before }) => {
    const [now, then] = [state.swarm?.cluster, before.swarm?.cluster];
    if (now && then && now !== then && noteChanges(work, then, now, kernel.clock.now())) wake();
  });
  const { cluster } = store.state.swarm ?? {};
  if (cluster) {
    for (const [id] of cluster.services) note(work.services, id, false);
    for (const [id] of cluster.tasksByService) note(work.services, id, false);
    wake();
  }
  return () => {
    stop();
    isStopped = true;
    for (const cancel of deadlines.values()) cancel();
  };
}

/** What is to be looked at. */
interface Work {
  /** Service → whether it changed itself, not only its tasks. */
  services: Map<string, boolean>;
  nodes: Set<string>;
  /** Services with tasks that have no addresses yet, as their networks are full. */
  unallocated: ReadonlySet<string>;
  /** Tasks that fitted nowhere so far. */
  unassigned: ReadonlySet<string>;
  readonly failures: RecentFailures;
}

function newWork(): Work {
  return {
    services: new Map(),
    nodes: new Set(),
    unallocated: new Set(),
    unassigned: new Set(),
    failures: new RecentFailures(),
  };
}

function takeWork(work: Work): Pick<Work, 'services' | 'nodes'> {
  const { services, nodes } = work;
  work.services = new Map();
  work.nodes = new Set();
  return { services, nodes };
}

function note(services: Map<string, boolean>, id: string, isChanged: boolean): void {
  services.set(id, isChanged || (services.get(id) ?? false));
}

/** A node's change concerns every service. Gives whether there is anything to look at. */
function noteChanges(work: Work, before: ClusterState, after: ClusterState, nowMs: number): boolean {
  let isAny = false;
  for (const { key } of after.nodes.changesSince(before.nodes)) {
    work.nodes.add(key);
    for (const [id] of after.services) note(work.services, id, false);
    isAny = true;
  }
  for (const change of after.services.changesSince(before.services)) {
    note(work.services, change.key, isOtherService(change.before, change.after));
    isAny = true;
  }
  for (const { before: old, after: now } of after.tasks.changesSince(before.tasks)) {
    note(work.services, (now ?? old)?.serviceId ?? '', false);
    work.failures.note(old, now, nowMs);
    isAny = true;
  }
  return isAny;
}

function isOtherService(before: ServiceRecord | undefined, after: ServiceRecord | undefined): boolean {
  return before?.spec !== after?.spec || before?.update?.state !== after?.update?.state;
}

/** One look at what changed: constraints, then each service, then what waits for a node. */
function reconcile(
  context: EngineContext,
  cluster: ClusterState,
  { services, nodes, unallocated, unassigned, failures }: Work,
  change: ChangeContext,
): ClusterState {
  const enforced = [...nodes].reduce((state, id) => enforceConstraints(state, id, change), cluster);
  const networks = networkTable(context.store.state, enforced, context.overlays.wires);
  const reconciled = [...services].reduce((state, [id, isChanged]) => {
    const next = reconcileService(state, id, isChanged, change);
    return allocateService(next, id, networks, change);
  }, enforced);
  const looked = new Set([...services.keys(), ...unallocated]);
  const allocated = [...unallocated].reduce(
    (state, id) => (services.has(id) ? state : allocateService(state, id, networks, change)),
    reconciled,
  );
  return schedule(allocated, pendingTasks(allocated, looked, unassigned), change, failures);
}

function unallocatedServices(cluster: ClusterState, ids: readonly string[]): ReadonlySet<string> {
  const isWaiting = (id: string): boolean =>
    cluster.services.has(id) && tasksOfService(cluster, id).some(({ status }) => status.state === 'new');
  return new Set(ids.filter(isWaiting));
}

/** Those that wait longest first. */
function pendingTasks(
  cluster: ClusterState,
  services: ReadonlySet<string>,
  unassigned: ReadonlySet<string>,
): TaskRecord[] {
  const waiting = [...unassigned].flatMap((id) => cluster.tasks.get(id) ?? []);
  const fresh = [...services].flatMap((id) => tasksOfService(cluster, id));
  return [...new Set([...waiting, ...fresh])].filter(({ status }) => status.state === 'pending');
}

function unassignedTasks(
  cluster: ClusterState,
  services: ReadonlySet<string>,
  before: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(pendingTasks(cluster, services, before).map(({ id }) => id));
}
