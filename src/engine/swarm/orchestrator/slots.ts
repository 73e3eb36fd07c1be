import type { ServiceRecord, TaskRecord } from '../cluster-state.ts';
import { isRunnable } from '../task-states.ts';
import { shouldRestart } from './restart-policy.ts';

/** Tasks that stand for one another: the present one of a slot and those before it. */
export interface Slot {
  /** The slot's number, or the node's ID of a global service. */
  readonly key: string;
  readonly tasks: readonly TaskRecord[];
}

export function isGlobal(service: ServiceRecord): boolean {
  return service.spec.Mode.Global !== undefined;
}

export function slotKey(task: TaskRecord): string {
  return task.slot > 0 ? String(task.slot) : task.nodeId;
}

/** Slot → its tasks, both in the order of the tasks. */
export function groupBySlot(tasks: readonly TaskRecord[]): Map<string, TaskRecord[]> {
  const slots = new Map<string, TaskRecord[]>();
  for (const task of tasks) {
    const key = slotKey(task);
    const known = slots.get(key);
    if (known) known.push(task);
    else slots.set(key, [task]);
  }
  return slots;
}

/**
 * Slots whose tasks updates and scaling deal with, and those with nothing but history. A task that ended and is not to be restarted holds its slot.
 * @see moby/swarmkit v2 manager/orchestrator/replicated/slot.go updatableAndDeadSlots, restart/restart.go UpdatableTasksInSlot
 */
export function splitSlots(
  service: ServiceRecord,
  tasks: readonly TaskRecord[],
): { readonly live: Slot[]; readonly dead: Slot[] } {
  const live: Slot[] = [];
  const dead: Slot[] = [];
  for (const [key, all] of groupBySlot(tasks)) {
    const updatable = updatableTasks(service, all);
    if (updatable.length) live.push({ key, tasks: updatable });
    else dead.push({ key, tasks: all });
  }
  return { live: live.sort(bySlotNumber), dead };
}

function updatableTasks(service: ServiceRecord, tasks: readonly TaskRecord[]): readonly TaskRecord[] {
  const runnable = tasks.filter(({ desiredState }) => isRunnable(desiredState));
  if (runnable.length || service.update?.state === 'rollback_started') return runnable;
  const newest = tasks.reduce((a, b) => (b.status.timestampMs >= a.status.timestampMs ? b : a));
  return newest.desiredState === 'shutdown' && !shouldRestart(newest) ? [newest] : [];
}

function bySlotNumber(a: Slot, b: Slot): number {
  return Number(a.key) - Number(b.key) || (a.key < b.key ? -1 : 1);
}
