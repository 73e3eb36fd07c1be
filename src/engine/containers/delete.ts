import { ApiError } from '../../api/api-error.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { cellOf, findContainer } from './find.ts';
import { containerKill } from './kill.ts';
import { removeContainer } from './remove-container.ts';

export interface DeleteOptions {
  /** Its anonymous volumes too. */
  readonly v?: boolean;
  /** Kills it first where it runs. */
  readonly force?: boolean;
  readonly link?: boolean;
}

/** @throws ApiError conflict for one that runs, without force @see moby v28 daemon/delete.go */
export async function containerDelete(
  context: EngineContext,
  reference: string,
  options: DeleteOptions = {},
): Promise<void> {
  const container = findContainer(context.store.state, reference);
  if (options.link) {
    throw new ApiError('notSimulated', 'removing a link');
  }
  if (!options.force) refuse(container);
  const cell = cellOf(context, container.id);
  cell.stopping = true;
  if (cell.runtime) await containerKill(context, container.id, 'SIGKILL');
  removeContainer(context, container.id, { volumes: options.v ?? false });
}

const REASONS: Partial<Record<ContainerRecord['status'], string>> = {
  running: 'running: stop the container before removing or force remove',
  paused: 'paused and must be unpaused first',
  restarting: 'restarting: stop the container before removing or force remove',
};

function refuse({ name, status }: ContainerRecord): void {
  const reason = REASONS[status];
  if (reason) throw new ApiError('conflict', `cannot remove container "/${name}": container is ${reason}`);
}
