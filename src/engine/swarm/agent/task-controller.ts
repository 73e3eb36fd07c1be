import { ApiError } from '../../../api/api-error.ts';
import { containerCreate } from '../../containers/create.ts';
import { containerDelete } from '../../containers/delete.ts';
import { containerStart } from '../../containers/start.ts';
import { containerStop } from '../../containers/stop.ts';
import type { EngineContext } from '../../engine-context.ts';
import { lookUpImage } from '../../images/find-image.ts';
import { imageCreate } from '../../images/pull.ts';
import { removeForgotten } from '../../networks/forget-network.ts';
import { removeNetwork } from '../../networks/remove-network.ts';
import { hasContainers } from '../../networks/users.ts';
import type { ContainerRecord } from '../../state.ts';
import type { Assignment } from '../dispatcher.ts';
import { taskContainerName, taskImage } from './container-name.ts';
import { containerRequest } from './container-request.ts';
import { taskFiles } from './task-files.ts';

const NS_PER_SECOND = 1e9;

/** Gets the image and makes the container of a task, unless it is there already. @throws ApiError @see moby v28 daemon/cluster/executor/container/controller.go Prepare */
export async function prepareTask(
  context: EngineContext,
  task: Assignment,
  isWanted: () => boolean,
): Promise<void> {
  await pullImage(context, task, isWanted);
  if (!isWanted() || containerOf(context, task.id)) return;
  await containerCreate(context, containerRequest(task, context.kernel.hostUts.hostname), {
    name: taskContainerName(task),
    files: taskFiles(task),
    managed: true,
  });
}

/** What can't be pulled may be there all the same: making the container tells. An image named by its digest is not asked for twice. */
async function pullImage(context: EngineContext, task: Assignment, isWanted: () => boolean): Promise<void> {
  const image = taskImage(task);
  if (image.includes('@') && lookUpImage(context.store.state, image)) return;
  try {
    for await (const { error } of imageCreate(context, {
      fromImage: image,
      ...(task.auth ? { auth: task.auth } : {}),
    }))
      if (error !== undefined || !isWanted()) return;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

/** The container of a task on this machine. */
export function containerOf(
  { store, taskContainers }: EngineContext,
  taskId: string,
): ContainerRecord | undefined {
  const id = taskContainers.get(taskId);
  return id === undefined ? undefined : store.state.containers.get(id);
}

/** Starts it, unless it ever was. @throws ApiError */
export async function startTask(context: EngineContext, container: ContainerRecord): Promise<void> {
  if (container.status !== 'created') return;
  try {
    await containerStart(context, container.id);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError(error.kind, `starting container failed: ${error.message}`);
  }
}

/** Stops the container of a task, with the grace time of its specification (ns) where that is known. */
export async function stopTask(context: EngineContext, taskId: string, grace?: number): Promise<void> {
  const container = containerOf(context, taskId);
  if (!container) return;
  await ignoringApiErrors(() =>
    containerStop(context, container.id, grace === undefined ? {} : { t: grace / NS_PER_SECOND }),
  );
}

/** Takes the container of a task away, with what it alone has. */
export async function removeTask(context: EngineContext, taskId: string): Promise<void> {
  const container = containerOf(context, taskId);
  if (!container) return;
  await ignoringApiErrors(() => containerDelete(context, container.id, { force: true, v: true }));
  const networks = [...container.endpoints.values()].map(({ networkId }) => networkId);
  removeForgotten(context, networks);
  if (context.swarmNode.current?.role === 'worker') for (const id of networks) dropUnused(context, id);
}

/** A worker has the networks its tasks are in, and the routing mesh. */
function dropUnused(context: EngineContext, id: string): void {
  const { state } = context.store;
  const network = state.networks.get(id);
  if (network?.scope === 'swarm' && !network.ingress && !hasContainers(state, network))
    removeNetwork(context, id);
}

/** Somebody else was faster: it is gone. */
async function ignoringApiErrors(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}
