import type { TaskRecord } from '../cluster-state.ts';

/** How long a failure counts against a node. @see moby/swarmkit v2 manager/scheduler/scheduler.go monitorFailures */
const WINDOW_MS = 5 * 60_000;

/** From so many on a node is avoided. @see moby/swarmkit v2 manager/scheduler/scheduler.go maxFailures */
const MOST_FAILURES = 5;

/**
 * Where tasks of a service failed of late: what its scheduler remembers, which the next leader does not know.
 * @see moby/swarmkit v2 manager/scheduler/nodeinfo.go taskFailed, countRecentFailures
 */
export class RecentFailures {
  readonly #times = new Map<string, number[]>();

  /** A task changed: it counts where it has just failed on a node. */
  note(before: TaskRecord | undefined, after: TaskRecord | undefined, nowMs: number): void {
    if (!after || before?.status.state === after.status.state) return;
    if (after.status.state !== 'failed' && after.status.state !== 'rejected') return;
    const key = keyOf(after.nodeId, after);
    this.#times.set(key, [...this.#since(key, nowMs), nowMs]);
  }

  /** How many failures of a task's service, as it is now, are a reason to avoid a node; 0 while they are too few for that. */
  weight(nodeId: string, task: TaskRecord, nowMs: number): number {
    const { length } = this.#since(keyOf(nodeId, task), nowMs);
    return length >= MOST_FAILURES ? length : 0;
  }

  #since(key: string, nowMs: number): number[] {
    return (this.#times.get(key) ?? []).filter((at) => at > nowMs - WINDOW_MS);
  }
}

function keyOf(nodeId: string, { serviceId, specVersion }: TaskRecord): string {
  return `${nodeId}/${serviceId}/${specVersion}`;
}
