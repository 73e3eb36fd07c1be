import { ApiError } from '../../../api/api-error.ts';
import type { TaskLogLine, TaskLogOptions } from '../../../api/service-types.ts';
import { containerLogs } from '../../containers/logs.ts';
import type { EngineContext } from '../../engine-context.ts';
import { tasksOfService } from '../cluster-changes.ts';
import type { TaskRecord } from '../cluster-state.ts';
import { clusterOf } from '../cluster-of.ts';
import { findService } from './services.ts';
import { findTask } from './tasks.ts';

/** @throws ApiError @see moby v28 daemon/cluster/services.go ServiceLogs */
export async function* serviceLogs(
  context: EngineContext,
  reference: string,
  options: TaskLogOptions,
): AsyncGenerator<TaskLogLine> {
  const cluster = clusterOf(context.store.state);
  const { id } = findService(cluster, reference);
  yield* merged(context, () => tasksOfService(clusterOf(context.store.state), id), options);
}

/** @throws ApiError */
export async function* taskLogs(
  context: EngineContext,
  reference: string,
  options: TaskLogOptions,
): AsyncGenerator<TaskLogLine> {
  const task = findTask(clusterOf(context.store.state), reference);
  yield* merged(context, () => [task], options);
}

/**
 * The logs of several tasks as they come, of all nodes in reach. To follow is to hear of tasks that come later, too.
 */
async function* merged(
  context: EngineContext,
  tasks: () => readonly TaskRecord[],
  options: TaskLogOptions,
): AsyncGenerator<TaskLogLine> {
  const { kernel, store } = context;
  const arrived = kernel.scheduler.createWaitQueue();
  const lines: TaskLogLine[] = [];
  const known = new Set<string>();
  const readers: { kill(): void }[] = [];
  let open = 0;
  const listen = (): void => {
    for (const task of tasks()) {
      const node = context.fabric.node(context, task.nodeId);
      const containerId = node?.taskContainers.get(task.id);
      if (!node || !containerId || known.has(task.id)) continue;
      known.add(task.id);
      open++;
      readers.push(
        kernel.task(`logs of ${task.id}`, async () => {
          await readLogs(node, task, containerId, options, (line) => {
            lines.push(line);
            arrived.wakeAll();
          });
          open--;
          arrived.wakeAll();
        }),
      );
    }
  };
  listen();
  const stop = options.follow
    ? store.subscribe(({ state, before }) => {
        const isNews = state.containers !== before.containers || state.swarm !== before.swarm;
        if (isNews && state.swarm?.cluster) listen();
      })
    : undefined;
  try {
    for (;;) {
      for (let line = lines.shift(); line; line = lines.shift()) yield line;
      if (open === 0 && !options.follow) return;
      await arrived.wait();
    }
  } finally {
    stop?.();
    for (const reader of readers) reader.kill();
  }
}

async function readLogs(
  context: EngineContext,
  task: TaskRecord,
  containerId: string,
  options: TaskLogOptions,
  onLine: (line: TaskLogLine) => void,
): Promise<void> {
  const details = {
    'com.docker.swarm.node.id': task.nodeId,
    'com.docker.swarm.service.id': task.serviceId,
    'com.docker.swarm.task.id': task.id,
  };
  try {
    for await (const { stream, data } of containerLogs(context, containerId, options))
      onLine({ stream, data, details });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}
