import { ApiError } from '../../api/api-error.ts';
import type { EngineContext } from '../engine-context.ts';
import type { NetworkRecord } from '../state.ts';
import { clusterOf } from '../swarm/cluster-of.ts';
import { toIdentity } from '../swarm/identity.ts';
import { isPredefined } from './defaults.ts';
import { findNetwork } from './find.ts';
import { forgetNetwork } from './forget-network.ts';
import { removeNetwork } from './remove-network.ts';
import { leaveRoutingMesh } from './swarm-networks.ts';
import { containersIn, hasContainers, usersOf } from './users.ts';

/** @throws ApiError @see moby v28 daemon/network.go deleteNetwork, swarmkit v2 manager/controlapi/network.go RemoveNetwork */
export function networkDelete(context: EngineContext, reference: string): void {
  const network = findNetwork(context.store.state, reference);
  if (isPredefined(network.name))
    throw new ApiError('forbidden', `${network.name} is a pre-defined network and cannot be removed`);
  if (network.forgotten) throw new ApiError('notFound', `network ${reference} not found`);
  if (network.scope === 'swarm' && context.store.state.swarm) clusterOf(context.store.state);
  if (network.scope === 'swarm') checkUnusedInSwarm(context, network);
  else checkUnused(context, network);
  if (network.ingress) leaveRoutingMesh(context, network);
  if (network.scope === 'swarm' && hasContainers(context.store.state, network))
    return forgetNetwork(context, network);
  removeNetwork(context, network.id);
}

function checkUnused({ store }: EngineContext, network: NetworkRecord): void {
  const active = usersOf(store.state, network);
  if (active.length === 0) return;
  const names = active.map(({ name, endpoint }) => `name:"${name}" id:"${endpoint.endpointId.slice(0, 12)}"`);
  throw new ApiError(
    'forbidden',
    `error while removing network: network ${network.name} has active endpoints (${names.join(', ')})`,
  );
}

/** A container that joined by hand is to the swarm a task, with an ID of its own. */
function checkUnusedInSwarm({ store, swarmNode }: EngineContext, network: NetworkRecord): void {
  const node = swarmNode.current;
  const service = network.ingress ? node?.ingressUser() : undefined;
  if (service) throw inUse(`ingress network cannot be removed because service ${service} depends on it`);
  const attached = containersIn(store.state, network).find(({ container }) => !container?.managed);
  const user =
    node?.networkUser(network.id) ??
    (attached && `task ${toIdentity(attached.endpoint.endpointId.slice(0, 32))}`);
  if (user) throw inUse(`network ${network.id} is in use by ${user}`);
}

function inUse(description: string): ApiError {
  return new ApiError('invalidParameter', `rpc error: code = FailedPrecondition desc = ${description}`);
}
