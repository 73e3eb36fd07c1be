import { ApiError } from '../../api/api-error.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord, NetworkRecord } from '../state.ts';
import { adoptOverlay } from './adopt-overlay.ts';
import { findNetwork } from './find.ts';

/**
 * The network that a container joins by this name or ID. In a swarm its manager is asked for what this machine does not know, and for the leave to
 * attach a container that is no task.
 * @throws ApiError @see moby v28 daemon/container_operations.go findAndAttachNetwork, swarmkit v2 manager/resourceapi/allocator.go
 */
export function findJoinable(
  context: EngineContext,
  container: Pick<ContainerRecord, 'managed'>,
  name: string,
  id = '',
): NetworkRecord {
  const network = lookUp(context, id || name) ?? fromManager(context, id || name);
  if (container.managed || !isSwarms(context, network))
    return network ?? findNetwork(context.store.state, id || name);
  if (!network) throw refusal(name, 'NotFound', `network ${name} not found`);
  if (!network.attachable) throw refusal(name, 'PermissionDenied', `network ${name} not manually attachable`);
  return network;
}

/** What the leader knows and this worker has not needed so far. It comes here with its first container. */
function fromManager(context: EngineContext, reference: string): NetworkRecord | undefined {
  const leader = context.swarmNode.current && context.fabric.leader(context);
  const known = leader && leader !== context ? lookUp(leader, reference) : undefined;
  if (known?.scope !== 'swarm' || known.forgotten) return undefined;
  if (known.attachable) adoptOverlay(context, known);
  return known;
}

function isSwarms({ swarmNode }: EngineContext, network: NetworkRecord | undefined): boolean {
  return network ? network.scope === 'swarm' : swarmNode.current !== undefined;
}

function lookUp({ store }: EngineContext, reference: string): NetworkRecord | undefined {
  try {
    return findNetwork(store.state, reference);
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'notFound') return undefined;
    throw error;
  }
}

function refusal(name: string, code: string, description: string): ApiError {
  return new ApiError(
    'system',
    `Could not attach to network ${name}: rpc error: code = ${code} desc = ${description}`,
  );
}
