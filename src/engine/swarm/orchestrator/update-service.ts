import { tasksOfService, withProgress, withService, type ChangeContext } from '../cluster-changes.ts';
import type { ClusterState, ServiceRecord, UpdateProgress, UpdateRecord } from '../cluster-state.ts';
import { isTerminal } from '../task-states.ts';
import { isDirty } from './is-dirty.ts';
import { reverted, startedRollback } from './rollback.ts';
import { splitSlots, type Slot } from './slots.ts';
import { updatePlan, type UpdatePlan } from './update-config.ts';
import { stepWorkers } from './update-workers.ts';

/**
 * Brings the tasks of a service to its present specification, as far as that goes now; begins with it where there is something to do.
 * @see moby/swarmkit v2 manager/orchestrator/update/updater.go Run
 */
export function updateService(cluster: ClusterState, serviceId: string, change: ChangeContext): ClusterState {
  const service = cluster.services.get(serviceId);
  if (!service) return cluster;
  const { update } = service;
  if (!update?.progress) return beginUpdate(cluster, service, change);
  const plan = updatePlan(service);
  const failed = withFailures(cluster, update.progress, plan, change.nowMs);
  const stop = failureStop(failed, plan);
  if (stop) return stopUpdate(cluster, service, stop, change);
  return goOn(cluster, service, failed, plan, change);
}

/** An update that was paused waits for the next; one that has nothing to do is done. */
function beginUpdate(cluster: ClusterState, service: ServiceRecord, change: ChangeContext): ClusterState {
  const { update } = service;
  if (update && update.state !== 'rollback_started' && update.state !== 'updating') return cluster;
  const { live } = splitSlots(service, tasksOfService(cluster, service.id));
  const dirty = live.filter((slot) => isSlotDirty(service, slot)).map(({ key }) => key);
  if (dirty.length === 0)
    return update ? endUpdate(cluster, service, completed(update, change), change) : cluster;
  const progress: UpdateProgress = {
    slots: dirty.length,
    waiting: dirty,
    workers: [],
    tasks: {},
    failures: [],
    monitorUntilMs: 0,
  };
  const begun: UpdateRecord = update ?? {
    state: 'updating',
    startedMs: change.nowMs,
    completedMs: 0,
    message: 'update in progress',
    progress,
  };
  const started = withService(cluster, { ...service, update: { ...begun, progress } }, change.nowMs);
  return updateService(started, service.id, change);
}

function isSlotDirty(service: ServiceRecord, { tasks }: Slot): boolean {
  return tasks.length > 1 || tasks.some((task) => isDirty(service, task));
}

/** With the tasks of this update that came up, and those that ended within the time they are watched. */
function withFailures(
  cluster: ClusterState,
  progress: UpdateProgress,
  { failureAction, monitorMs }: UpdatePlan,
  nowMs: number,
): UpdateProgress {
  if (failureAction === 'continue') return progress;
  const failures = Object.entries(progress.tasks)
    .filter(([id, upMs]) => {
      const task = cluster.tasks.get(id);
      const isWatched = upMs === 0 || nowMs - upMs <= monitorMs;
      return task && isTerminal(task.status.state) && isWatched && !progress.failures.includes(id);
    })
    .map(([id]) => id);
  return failures.length ? { ...progress, failures: [...progress.failures, ...failures] } : progress;
}

interface Stop {
  readonly action: 'pause' | 'rollback';
  readonly taskId: string;
}

function failureStop(progress: UpdateProgress, plan: UpdatePlan): Stop | undefined {
  const { failures, slots } = progress;
  if (plan.failureAction === 'continue' || failures.length / slots <= plan.maxFailureRatio) return undefined;
  const taskId = failures[Math.floor(plan.maxFailureRatio * slots)] ?? failures.at(-1) ?? '';
  // A rollback is never rolled back.
  return { action: plan.isRollback ? 'pause' : plan.failureAction, taskId };
}

function stopUpdate(
  cluster: ClusterState,
  service: ServiceRecord,
  { action, taskId }: Stop,
  change: ChangeContext,
): ClusterState {
  const { update, previous } = service;
  if (!update) return cluster;
  const because = `due to failure or early termination of task ${taskId}`;
  const isRollback = update.state === 'rollback_started';
  if (action === 'pause' || !previous) {
    const paused: UpdateRecord = {
      ...update,
      state: isRollback ? 'rollback_paused' : 'paused',
      message: `${isRollback ? 'rollback' : 'update'} paused ${because}`,
      progress: undefined,
    };
    return endUpdate(cluster, service, paused, change);
  }
  const back = startedRollback(`update rolled back ${because}`, update.startedMs);
  const old = reverted(service, previous, back);
  return updateService(withService(cluster, old, change.nowMs), service.id, change);
}

/** Lets the workers work; after the last slot the tasks are watched once more. */
function goOn(
  cluster: ClusterState,
  service: ServiceRecord,
  before: UpdateProgress,
  plan: UpdatePlan,
  change: ChangeContext,
): ClusterState {
  const { nowMs } = change;
  const { update } = service;
  if (!update) return cluster;
  const step = stepWorkers(cluster, service, before, plan, change);
  const isWorked = step.progress.waiting.length === 0 && step.progress.workers.length === 0;
  const monitorUntilMs = isWorked ? step.progress.monitorUntilMs || nowMs + plan.monitorMs : 0;
  if (isWorked && nowMs >= monitorUntilMs)
    return endUpdate(step.cluster, service, completed(update, change), change);
  if (step.progress === update.progress && monitorUntilMs === update.progress.monitorUntilMs)
    return step.cluster;
  const progress = { ...step.progress, monitorUntilMs };
  return withProgress(step.cluster, { ...service, update: { ...update, progress } });
}

function completed(update: UpdateRecord, { nowMs }: ChangeContext): UpdateRecord {
  const isRollback = update.state === 'rollback_started';
  return {
    ...update,
    state: isRollback ? 'rollback_completed' : 'completed',
    message: isRollback ? 'rollback completed' : 'update completed',
    completedMs: nowMs,
    progress: undefined,
  };
}

function endUpdate(
  cluster: ClusterState,
  service: ServiceRecord,
  update: UpdateRecord,
  { nowMs }: ChangeContext,
): ClusterState {
  return withService(cluster, { ...service, update }, nowMs);
}
