import { ApiError } from '../../api/api-error.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { removeVolume } from '../volumes/delete.ts';
import { cellOf, containerEvent, findContainer } from './find.ts';
import { untilStopped } from './stop.ts';

export interface DeleteOptions {
  readonly v?: boolean;
  readonly force?: boolean;
  readonly link?: boolean;
}

/** @see moby v28 daemon/delete.go. @throws ApiError conflict for a running one without force */
export async function containerDelete(context: EngineContext, reference: string, options: DeleteOptions = {}): Promise<void> {
  const container = findContainer(context.store.state, reference);
  if (!options.force) refuse(container, reference);
  const cell = cellOf(context, container.id);
  if (cell.runtime) {
    cell.stopping = true;
    if (container.status === 'paused') cell.runtime.process.resume();
    cell.runtime.process.kill('SIGKILL');
    await untilStopped(context, container.id, Infinity);
  }
  if (context.store.state.containers.has(container.id)) removeContainer(context, container.id, { volumes: options.v ?? false });
}

function refuse(container: ContainerRecord, reference: string): void {
  const reason = REASONS[container.status];
  if (reason) throw new ApiError('conflict', `cannot remove container "${/^[0-9a-f]{12,}$/.test(reference) ? reference : `/${container.name}`}": container is ${reason}`);
}

const REASONS: Partial<Record<ContainerRecord['status'], string>> = {
  running: 'running: stop the container before removing or force remove',
  paused: 'paused and must be unpaused first',
  restarting: 'restarting: stop the container before removing or force remove',
};

/** Forgets a stopped container. With `volumes`, its anonymous volumes go too. */
export function removeContainer(context: EngineContext, id: string, options: { volumes: boolean }): void {
  const container = context.store.state.containers.get(id);
  if (!container) return;
  const cell = context.containers.get(id);
  context.containers.delete(id);
  context.store.commit(
    (state) => ({ ...state, containers: state.containers.delete(id) }),
    [containerEvent(container, 'destroy')],
  );
  cell?.changed.wakeAll();
  cell?.log.changed.wakeAll();
  cell?.hub.end();
  if (!options.volumes) return;
  for (const mount of container.mounts) {
    const used = [...context.store.state.containers].some(([, other]) => other.mounts.some((candidate) => candidate.name === mount.name));
    if (mount.anonymous && mount.name && !used) removeVolume(context, mount.name);
  }
}
