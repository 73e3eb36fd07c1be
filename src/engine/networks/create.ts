import { ApiError } from '../../api/api-error.ts';
import type { NetworkCreateRequest } from '../../api/network-types.ts';
import type { EngineContext } from '../engine-context.ts';
import type { NetworkRecord } from '../state.ts';
import { isPredefined } from './defaults.ts';
import { checkSubnetFree, firstAddress, freePool } from './ipam.ts';
import { networkEvent } from './network-event.ts';
import { overlayCreate } from './overlay-create.ts';
import { raiseSegment } from './segments.ts';
import { joinRoutingMesh } from './swarm-networks.ts';
import { checkIpam } from './validate.ts';

/** @see moby v28 daemon/network.go. @throws ApiError */
export function networkCreate(
  context: EngineContext,
  request: NetworkCreateRequest,
): { Id: string; Warning: string } {
  const { store } = context;
  if (isPredefined(request.Name)) {
    throw new ApiError('forbidden', `operation is not permitted on predefined ${request.Name} network`);
  }
  if ([...store.state.networks].some(([, { name, forgotten }]) => name === request.Name && !forgotten)) {
    throw new ApiError('conflict', `network with name ${request.Name} already exists`);
  }
  const driver = request.Driver || 'bridge';
  if (driver === 'overlay') return { Id: createForSwarm(context, request), Warning: '' };
  if (driver === 'macvlan' || driver === 'ipvlan')
    throw new ApiError('notSimulated', `networks of the driver ${driver}`);
  if (driver !== 'bridge') throw new ApiError('notFound', `plugin "${driver}" not found`);
  if (request.Name.trim() === '') throw new ApiError('invalidParameter', 'invalid name: name is empty');
  checkIpam(request.IPAM?.Config ?? []);
  if (request.Ingress) throw new ApiError('forbidden', 'Ingress network can only be global scope network');
  const network = bridgeRecord(context, request);
  raiseSegment(context, network);
  store.commit(
    (state) => ({ ...state, networks: state.networks.set(network.id, network) }),
    [networkEvent(network, 'create')],
  );
  return { Id: network.id, Warning: '' };
}

function createForSwarm(context: EngineContext, request: NetworkCreateRequest): string {
  const network = overlayCreate(context, request);
  if (network.ingress) joinRoutingMesh(context, network);
  return network.id;
}

function bridgeRecord({ store, kernel }: EngineContext, request: NetworkCreateRequest): NetworkRecord {
  const asked = request.IPAM?.Config ?? [];
  const config = asked.length ? asked : [{}];
  for (const { Subnet } of config) if (Subnet) checkSubnetFree(store.state, Subnet, 'local');
  const id = kernel.random.hex(64);
  return {
    id,
    name: request.Name,
    driver: 'bridge',
    createdMs: kernel.clock.now(),
    internal: request.Internal ?? false,
    attachable: request.Attachable ?? false,
    ingress: false,
    enableIPv6: request.EnableIPv6 ?? false,
    ipam: {
      driver: request.IPAM?.Driver || 'default',
      config: config.map((item) => {
        const Subnet = item.Subnet ?? freePool(store.state);
        return { ...item, Subnet, Gateway: item.Gateway ?? firstAddress(Subnet) };
      }),
      options: request.IPAM?.Options ?? {},
    },
    options: request.Options ?? {},
    labels: request.Labels ?? {},
    scope: 'local',
    ...(asked.length ? { configuredSubnet: true } : {}),
    bridgeName: request.Options?.['com.docker.network.bridge.name'] ?? `br-${id.slice(0, 12)}`,
  };
}
