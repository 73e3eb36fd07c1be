import { tasksOfService, withTask, type ChangeContext } from '../cluster-changes.ts';
import type {
  ClusterState,
  ServiceRecord,
  TaskRecord,
  UpdateProgress,
  UpdateWorker,
} from '../cluster-state.ts';
import { compareStates, isRunnable } from '../task-states.ts';
import { isDirty } from './is-dirty.ts';
import { newTask } from './new-task.ts';
import { delayedStart } from './restart-tasks.ts';
import { isGlobal, splitSlots, type Slot } from './slots.ts';
import type { UpdatePlan } from './update-config.ts';

interface Step {
  readonly cluster: ClusterState;
  readonly progress: UpdateProgress;
}

/**
 * Ends what workers have done, and gives the next slots to those that are free. A step without anything to do gives back what it got.
 * @see moby/swarmkit v2 manager/orchestrator/update/updater.go worker
 */
export function stepWorkers(
  cluster: ClusterState,
  service: ServiceRecord,
  before: UpdateProgress,
  plan: UpdatePlan,
  change: ChangeContext,
): Step {
  let step: Step = { cluster, progress: before };
  for (const worker of before.workers) step = look(step, worker, plan, change);
  const atOnce = plan.parallelism || before.slots;
  const slots = new Map<string, Slot>();
  if (step.progress.waiting.length && step.progress.workers.length < atOnce)
    for (const slot of splitSlots(service, tasksOfService(step.cluster, service.id)).live)
      slots.set(slot.key, slot);
  while (step.progress.waiting.length && step.progress.workers.length < atOnce) {
    const [key = '', ...waiting] = step.progress.waiting;
    const slot = slots.get(key);
    step = { ...step, progress: { ...step.progress, waiting } };
    if (slot) step = look(...take(step, service, slot, plan, change), plan, change);
  }
  return step;
}

/** What a worker does with a slot: it uses a task that is as it should be, or makes one. */
function take(
  { cluster, progress }: Step,
  service: ServiceRecord,
  slot: Slot,
  plan: UpdatePlan,
  change: ChangeContext,
): [Step, UpdateWorker] {
  const clean = slot.tasks.filter((task) => isRunnable(task.desiredState) && !isDirty(service, task));
  const existing = clean.find(({ desiredState }) => desiredState === 'running') ?? clean[0];
  const next = existing ?? replacement(cluster, service, slot, plan, change);
  const worker = { slot: slot.key, taskId: next.id, restUntilMs: 0 };
  const added = existing ? cluster : withTask(cluster, next, change.nowMs);
  const stopped =
    plan.startFirst && !existing ? added : shutDownOthers(added, slot.tasks, next.id, change.nowMs);
  return [
    {
      cluster: stopped,
      progress: {
        ...progress,
        workers: [...progress.workers, worker],
        ...(existing ? {} : { tasks: { ...progress.tasks, [next.id]: 0 } }),
      },
    },
    worker,
  ];
}

function replacement(
  cluster: ClusterState,
  service: ServiceRecord,
  slot: Slot,
  { startFirst }: UpdatePlan,
  change: ChangeContext,
): TaskRecord {
  const [old] = slot.tasks;
  const place = { slot: old?.slot ?? 0, nodeId: isGlobal(service) ? (old?.nodeId ?? '') : '' };
  const start = delayedStart(change.nowMs, 0, startFirst ? '' : (old?.id ?? ''));
  return newTask(cluster, service, place, change, { desiredState: 'ready', start });
}

function shutDownOthers(
  cluster: ClusterState,
  tasks: readonly TaskRecord[],
  keptId: string,
  nowMs: number,
): ClusterState {
  return tasks
    .filter(({ id, desiredState }) => id !== keptId && isRunnable(desiredState))
    .reduce(
      (state, task) => withTask(state, { ...task, desiredState: 'shutdown', start: undefined }, nowMs),
      cluster,
    );
}

/** Whether a worker's task is up, or its rest over: then it rests, or is free. */
function look(step: Step, worker: UpdateWorker, plan: UpdatePlan, change: ChangeContext): Step {
  const { nowMs } = change;
  const task = step.cluster.tasks.get(worker.taskId);
  if (worker.restUntilMs === 0 && task && compareStates(task.status.state, 'running') < 0) return step;
  if (worker.restUntilMs > nowMs) return step;
  const isUp = worker.restUntilMs === 0;
  const rests = isUp && plan.delayMs > 0;
  const others = step.progress.workers.filter(({ slot }) => slot !== worker.slot);
  const workers = rests ? [...others, { ...worker, restUntilMs: nowMs + plan.delayMs }] : others;
  const counts = worker.taskId in step.progress.tasks && isUp;
  const tasks = counts ? { ...step.progress.tasks, [worker.taskId]: nowMs } : step.progress.tasks;
  return {
    cluster: isUp && plan.startFirst && task ? stopPredecessors(step.cluster, task, nowMs) : step.cluster,
    progress: { ...step.progress, workers, tasks },
  };
}

/** Start first: the new task runs, the others of its slot are stopped now. */
function stopPredecessors(cluster: ClusterState, task: TaskRecord, nowMs: number): ClusterState {
  if (task.status.state !== 'running') return cluster;
  const others = tasksOfService(cluster, task.serviceId).filter(
    (other) => other.slot === task.slot && (task.slot > 0 || other.nodeId === task.nodeId),
  );
  return shutDownOthers(cluster, others, task.id, nowMs);
}
