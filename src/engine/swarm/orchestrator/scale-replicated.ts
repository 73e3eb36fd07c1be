import { tasksOfService, withTask, withoutTask, type ChangeContext } from '../cluster-changes.ts';
import type { ClusterState, ServiceRecord, TaskRecord } from '../cluster-state.ts';
import { newTask } from './new-task.ts';
import { splitSlots, type Slot } from './slots.ts';

/**
 * Adds and removes tasks until there are as many slots as replicas. @see moby/swarmkit v2 manager/orchestrator/replicated/services.go reconcile
 * @param isChanged the service itself changed: slots that are no more used are forgotten with their history
 */
export function scaleReplicated(
  cluster: ClusterState,
  service: ServiceRecord,
  isChanged: boolean,
  change: ChangeContext,
): ClusterState {
  const { live, dead } = splitSlots(service, tasksOfService(cluster, service.id));
  const wanted = service.spec.Mode.Replicated?.Replicas ?? 1;
  const added = freeSlots(live, wanted - live.length);
  const scaled =
    wanted >= live.length
      ? addTasks(cluster, service, added, change)
      : removeSlots(cluster, inOrderOfKeeping(live).slice(wanted), change);
  if (!isChanged) return scaled;
  const reused = new Set(added.map(String));
  return dead
    .filter(({ key }) => !reused.has(key))
    .flatMap(({ tasks }) => tasks)
    .reduce((state, { id }) => withoutTask(state, id), scaled);
}

/** The lowest numbers that no slot has. */
function freeSlots(live: readonly Slot[], count: number): number[] {
  const taken = new Set(live.map(({ key }) => key));
  const free: number[] = [];
  for (let slot = 1; free.length < count; slot++) if (!taken.has(String(slot))) free.push(slot);
  return free;
}

function addTasks(
  cluster: ClusterState,
  service: ServiceRecord,
  slots: readonly number[],
  change: ChangeContext,
): ClusterState {
  return slots.reduce(
    (state, slot) => withTask(state, newTask(state, service, { slot, nodeId: '' }, change), change.nowMs),
    cluster,
  );
}

/** The agent stops them; once they did they are forgotten. */
function removeSlots(cluster: ClusterState, slots: readonly Slot[], { nowMs }: ChangeContext): ClusterState {
  return slots
    .flatMap(({ tasks }) => tasks)
    .reduce(
      (state, task) => withTask(state, { ...task, desiredState: 'remove', start: undefined }, nowMs),
      cluster,
    );
}

/** First to stay: running tasks before others, and on each node the first copies before the further ones, so that nodes stay even. */
function inOrderOfKeeping(slots: readonly Slot[]): Slot[] {
  const running = [...slots].sort((a, b) => Number(isRunning(b)) - Number(isRunning(a)));
  const copies = new Map<string, number>();
  const ranked = running.map((slot) => {
    const [task] = slot.tasks;
    if (slot.tasks.length !== 1 || !task?.nodeId) return { slot, rank: Infinity };
    const rank = (copies.get(task.nodeId) ?? 0) + 1;
    copies.set(task.nodeId, rank);
    return { slot, rank };
  });
  return ranked.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ slot }) => slot);
}

function isRunning({ tasks }: Slot): boolean {
  return tasks.some((task: TaskRecord) => task.status.state === 'running');
}
