import { ApiError } from '../../api/api-error.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord, EngineState } from '../state.ts';
import type { ContainerCell } from './container-cell.ts';

/** By full ID, then name, then ID prefix. @throws ApiError notFound, or invalidParameter for an ambiguous prefix. @see moby v28 daemon/container.go GetContainer */
export function findContainer(state: EngineState, reference: string): ContainerRecord {
  const exact = state.containers.get(reference);
  if (exact) return exact;
  const name = reference.replace(/^\//, '');
  const all = [...state.containers].map(([, container]) => container);
  const named = all.find((container) => container.name === name);
  if (named) return named;
  const byPrefix = /^[0-9a-f]+$/.test(reference)
    ? all.filter((container) => container.id.startsWith(reference))
    : [];
  if (byPrefix.length > 1)
    throw new ApiError('invalidParameter', `multiple IDs found with provided prefix: ${reference}`);
  const [only] = byPrefix;
  if (!only) throw new ApiError('notFound', `No such container: ${reference}`);
  return only;
}

/** A container's data plane. */
export function cellOf(context: EngineContext, id: string): ContainerCell {
  const cell = context.containers.get(id);
  if (!cell) throw new ApiError('notFound', `No such container: ${id}`);
  return cell;
}

/** Replaces parts of one record, tells who waits, and sends events. */
export function updateContainer(
  context: EngineContext,
  id: string,
  change: Partial<ContainerRecord>,
  events: readonly { action: string; attributes?: Record<string, string> }[] = [],
): void {
  const { store } = context;
  const current = store.state.containers.get(id);
  if (!current) return;
  const next = { ...current, ...change };
  store.commit(
    (state) => ({ ...state, containers: state.containers.set(id, next) }),
    events.map(({ action, attributes }) => containerEvent(next, action, attributes)),
  );
  const cell = context.containers.get(id);
  cell?.changed.wakeAll();
  cell?.log.changed.wakeAll();
}

export function containerEvent(
  container: ContainerRecord,
  action: string,
  attributes: Record<string, string> = {},
): {
  Type: 'container';
  Action: string;
  Actor: { ID: string; Attributes: Record<string, string> };
} {
  const labels = container.config.Labels ?? {};
  return {
    Type: 'container',
    Action: action,
    Actor: {
      ID: container.id,
      Attributes: { ...labels, ...attributes, image: container.imageName, name: container.name },
    },
  };
}

/** @throws ApiError conflict unless it runs */
export function requireRunning(container: ContainerRecord): void {
  if (container.status !== 'running' && container.status !== 'paused') {
    throw new ApiError('conflict', `container ${container.id} is not running`);
  }
}
