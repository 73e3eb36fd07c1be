import { tasksOfService, withTask, type ChangeContext } from '../cluster-changes.ts';
import type { ClusterState, DelayedStart, NodeRecord, ServiceRecord, TaskRecord } from '../cluster-state.ts';
import { isRunnable, isTerminal } from '../task-states.ts';
import { newTask } from './new-task.ts';
import { restartDelayMs, restartsOfSuccessor, shouldRestart } from './restart-policy.ts';
import { isGlobal } from './slots.ts';

/** How long a successor waits for a task that does not stop. @see moby/swarmkit v2 manager/orchestrator/restart/restart.go defaultOldTaskTimeout */
const OLD_TASK_TIMEOUT_MS = 60_000;

/** A node on which nothing may run: gone, down or drained. @see moby/swarmkit v2 manager/orchestrator/task.go InvalidNode */
export function isInvalidNode(node: NodeRecord | undefined): boolean {
  return node?.status.State !== 'ready' || node.spec.Availability === 'drain';
}

/** Lets the tasks start whose delay is over. @see moby/swarmkit v2 manager/orchestrator/restart/restart.go DelayStart, StartNow */
export function startDueTasks(
  cluster: ClusterState,
  serviceId: string,
  { nowMs }: ChangeContext,
): ClusterState {
  return tasksOfService(cluster, serviceId)
    .filter((task) => task.start && isStartDue(cluster, task.start, nowMs))
    .reduce((state, task) => withTask(state, started(task), nowMs), cluster);
}

function isStartDue(
  cluster: ClusterState,
  { atMs, afterTask, giveUpMs }: DelayedStart,
  nowMs: number,
): boolean {
  if (nowMs < atMs) return false;
  const old = cluster.tasks.get(afterTask);
  if (!old || isTerminal(old.status.state) || nowMs >= giveUpMs) return true;
  return cluster.nodes.get(old.nodeId)?.status.State === 'down';
}

function started(task: TaskRecord): TaskRecord {
  const desiredState = isRunnable(task.desiredState) ? 'running' : task.desiredState;
  return { ...task, desiredState, start: undefined };
}

/** Replaces the tasks that ended, and those on nodes where nothing may run. One that still waits to be started is left until then, so that no loop gets tight. */
export function restartTasks(
  cluster: ClusterState,
  service: ServiceRecord,
  change: ChangeContext,
): ClusterState {
  return tasksOfService(cluster, service.id)
    .filter((task) => isRunnable(task.desiredState) && !task.start && needsRestart(cluster, task, service))
    .reduce((state, task) => restartTask(state, service, task, change), cluster);
}

/** Tasks of a global service on nodes that may not run them are ended elsewhere. */
function needsRestart(cluster: ClusterState, task: TaskRecord, service: ServiceRecord): boolean {
  if (isTerminal(task.status.state)) return true;
  return !isGlobal(service) && task.nodeId !== '' && isInvalidNode(cluster.nodes.get(task.nodeId));
}

/** Ends a task and makes its successor, if it is to have one. @see moby/swarmkit v2 manager/orchestrator/restart/restart.go Restart */
function restartTask(
  cluster: ClusterState,
  service: ServiceRecord,
  task: TaskRecord,
  change: ChangeContext,
): ClusterState {
  const { nowMs } = change;
  const ended = withTask(cluster, { ...task, desiredState: 'shutdown', start: undefined }, nowMs);
  const node = cluster.nodes.get(task.nodeId);
  if (!shouldRestart(task) || (isGlobal(service) && isInvalidNode(node))) return ended;
  const place = { slot: task.slot, nodeId: isGlobal(service) ? task.nodeId : '' };
  const delayMs = node?.spec.Availability === 'drain' ? 0 : restartDelayMs(task);
  const waits = !isTerminal(task.status.state) && node?.status.State !== 'down';
  const successor = newTask(ended, service, place, change, {
    desiredState: 'ready',
    start: delayedStart(nowMs, delayMs, waits ? task.id : ''),
    restarts: restartsOfSuccessor(task, service.specVersion, nowMs),
  });
  return withTask(ended, successor, nowMs);
}

/** A start after a delay, and after another task stopped. */
export function delayedStart(nowMs: number, delayMs: number, afterTask: string): DelayedStart {
  return { atMs: nowMs + delayMs, afterTask, giveUpMs: nowMs + Math.max(delayMs, OLD_TASK_TIMEOUT_MS) };
}
