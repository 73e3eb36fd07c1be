import type { PortConfig, ServiceSpec } from '../../../api/service-types.ts';
import type { ClusterState } from '../cluster-state.ts';
import { rpcError } from './rpc-error.ts';

/**
 * A port of the routing mesh belongs to one service; host ports may meet, the scheduler keeps them apart.
 * @throws ApiError @see moby/swarmkit v2 manager/controlapi/service.go checkPortConflicts
 */
export function checkPortConflicts({ services }: ClusterState, spec: ServiceSpec, selfId: string): void {
  const wanted = (spec.EndpointSpec?.Ports ?? []).filter(({ PublishedPort }) => PublishedPort);
  if (wanted.length === 0) return;
  for (const [id, service] of services) {
    if (id === selfId) continue;
    const taken = [...(service.spec.EndpointSpec?.Ports ?? []), ...service.endpoint.ports];
    const conflict = taken.find((port) => wanted.some((own) => isConflict(port, own)));
    if (!conflict) continue;
    const how = conflict.PublishMode === 'host' ? 'a host-published' : 'an ingress';
    throw rpcError(
      'InvalidArgument',
      `port '${conflict.PublishedPort}' is already in use by service '${service.spec.Name}' (${id}) as ${how} port`,
    );
  }
}

function isConflict(taken: PortConfig, own: PortConfig): boolean {
  const isSame = taken.PublishedPort === own.PublishedPort && taken.Protocol === own.Protocol;
  return isSame && !(taken.PublishMode === 'host' && own.PublishMode === 'host');
}
