import type { EngineContext } from '../../engine-context.ts';
import type { TaskStatusRecord } from '../cluster-state.ts';
import type { Assignment, AssignmentsMessage, Dispatcher } from '../dispatcher.ts';
import { adoptOverlay } from '../../networks/adopt-overlay.ts';
import { describeNode } from './describe-node.ts';
import { ServiceBindings } from './service-bindings.ts';
import { removeTask, stopTask } from './task-controller.ts';
import { TaskRunner, type RunnerEvents } from './task-runner.ts';

/**
 * Runs the tasks that a manager assigns to this node, and tells it what they are at.
 * @returns the way to stop: tasks are left as they are
 * @see moby/swarmkit v2 agent/agent.go, agent/worker.go
 */
export function startAgent(
  context: EngineContext,
  dispatcher: Dispatcher,
  nodeId: string,
  tlsInfo: Readonly<Record<string, string>>,
): () => void {
  const runners = new Map<string, TaskRunner>();
  const bindings = new ServiceBindings(context);
  const events: RunnerEvents = {
    onStatus: (taskId: string, status: TaskStatusRecord) => session.updateTaskStatus([{ taskId, status }]),
    onService: (task, isServing) => bindings.set(task, isServing),
  };
  const assign = (task: Assignment): void => {
    let isNew = false;
    for (const network of task.overlays) {
      isNew ||= !context.store.state.networks.has(network.id);
      adoptOverlay(context, network);
    }
    if (isNew) bindings.refreshAll();
    const known = runners.get(task.id);
    if (known) return known.update(task);
    const runner = new TaskRunner(context, task, events);
    runners.set(task.id, runner);
    context.kernel.task(`task ${task.serviceName}.${task.slot}`, () => runner.run());
  };
  const forget = (id: string): void => {
    const runner = runners.get(id);
    runners.delete(id);
    if (runner) runner.forget();
    else
      context.kernel.task(`task ${id}`, async () => {
        await stopTask(context, id);
        await removeTask(context, id);
      });
  };
  const onAssignments = ({ type, set, removed }: AssignmentsMessage): void => {
    for (const task of set) assign(task);
    for (const id of type === 'complete' ? notAmong(set) : removed) forget(id);
  };
  /** What runs here of tasks that the cluster forgot while nobody listened. */
  const notAmong = (set: readonly Assignment[]): string[] => {
    const assigned = new Set(set.map(({ id }) => id));
    return [...new Set([...runners.keys(), ...context.taskContainers.keys()])].filter(
      (id) => !assigned.has(id),
    );
  };
  const stopWatching = watchTaskContainers(context, (taskId) => {
    runners.get(taskId)?.wake();
    bindings.refresh(taskId);
  });
  const session = dispatcher.open(nodeId, describeNode(context, tlsInfo), onAssignments);
  const stopHearing = context.fabric.onChange(() => bindings.refreshAll());
  bindings.refreshAll();
  return () => {
    stopHearing();
    stopWatching();
    session.close();
    for (const runner of runners.values()) runner.close();
    bindings.close();
    context.virtualServices.clear();
  };
}

const TASK_ID = 'com.docker.swarm.task.id';

/** Keeps track of which container is which task's, and tells of each change of one. */
function watchTaskContainers(context: EngineContext, onChange: (taskId: string) => void): () => void {
  const { store, taskContainers } = context;
  taskContainers.clear();
  for (const [id, { config }] of store.state.containers) {
    const taskId = config.Labels?.[TASK_ID];
    if (taskId) taskContainers.set(taskId, id);
  }
  return store.subscribe(({ state, before }) => {
    if (state.containers === before.containers) return;
    for (const { key, before: old, after } of state.containers.changesSince(before.containers)) {
      const taskId = (after ?? old)?.config.Labels?.[TASK_ID];
      if (!taskId) continue;
      if (after) taskContainers.set(taskId, key);
      else taskContainers.delete(taskId);
      onChange(taskId);
    }
  });
}
