import { ApiError } from '../../api/api-error.ts';
import type { NetworkCreateRequest } from '../../api/network-types.ts';
import type { AddressPool, EngineContext } from '../engine-context.ts';
import type { EngineState, NetworkRecord } from '../state.ts';
import { clusterOf } from '../swarm/cluster-of.ts';
import { newIdentity } from '../swarm/identity.ts';
import { findIngressNetwork } from './find.ts';
import { checkSubnetFree, firstAddress, freeOverlayPool } from './ipam.ts';
import { networkEvent } from './network-event.ts';
import { raiseSegment } from './segments.ts';
import { checkIpam } from './validate.ts';

/** @see moby v28 daemon/cluster/cluster.go, swarmkit v2 manager/allocator */
export const DEFAULT_ADDRESS_POOLS: readonly AddressPool[] = [{ base: '10.0.0.0/8', size: 24 }];

const VXLAN_OPTION = 'com.docker.network.driver.overlay.vxlanid_list';
const FIRST_VXLAN = 4096;
const DNS_NAME = /^[a-zA-Z0-9](?:[-_]*[A-Za-z0-9])*$/;

/**
 * Makes a network of the swarm, on a manager. Simplified: a subnet that another overlay has is refused; a real manager makes the network, and it never
 * becomes usable.
 * @throws ApiError @see moby v28 daemon/network.go CreateNetwork, swarmkit v2 manager/controlapi/network.go CreateNetwork
 */
export function overlayCreate(context: EngineContext, request: NetworkCreateRequest): NetworkRecord {
  if (context.swarmNode.current?.role !== 'manager') {
    throw new ApiError(
      'forbidden',
      'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
    );
  }
  if (context.store.state.swarm) clusterOf(context.store.state);
  checkIpam(request.IPAM?.Config ?? []);
  checkSpec(context, request);
  return createOverlay(context, request);
}

function checkSpec({ store }: EngineContext, { Name, Ingress, Attachable }: NetworkCreateRequest): void {
  if (Ingress && Attachable) throw refusal('InvalidArgument', 'ingress network cannot be attachable');
  if (Name.length > 63) throw refusal('InvalidArgument', 'name must be 63 characters or fewer');
  if (!DNS_NAME.test(Name)) throw refusal('InvalidArgument', 'name must be valid as a DNS name component');
  const ingress = findIngressNetwork(store.state.networks);
  if (Ingress && ingress)
    throw refusal('AlreadyExists', `ingress network (${ingress.id}) is already present`, 'conflict');
}

function refusal(code: string, description: string, kind: ApiError['kind'] = 'invalidParameter'): ApiError {
  return new ApiError(kind, `rpc error: code = ${code} desc = ${description}`);
}

/** The network as the swarm's allocator leaves it. @throws ApiError where no addresses are left */
export function createOverlay(context: EngineContext, request: NetworkCreateRequest): NetworkRecord {
  const { store } = context;
  const network = overlayRecord(context, request);
  raiseSegment(context, network);
  store.commit(
    (state) => ({ ...state, networks: state.networks.set(network.id, network) }),
    [networkEvent(network, 'create')],
  );
  return network;
}

function overlayRecord(context: EngineContext, request: NetworkCreateRequest): NetworkRecord {
  const { store, kernel, swarmNode } = context;
  const asked = request.IPAM?.Config ?? [];
  for (const { Subnet } of asked) if (Subnet) checkSubnetFree(store.state, Subnet, 'swarm');
  const pools = swarmNode.current?.addressPools ?? DEFAULT_ADDRESS_POOLS;
  const config = (asked.length ? asked : [{}]).map((item) => {
    const Subnet = item.Subnet ?? freeOverlayPool(store.state, pools);
    return { ...item, Subnet, Gateway: item.Gateway ?? firstAddress(Subnet) };
  });
  return {
    id: newIdentity(kernel.random),
    name: request.Name,
    driver: 'overlay',
    createdMs: kernel.clock.now(),
    internal: request.Internal ?? false,
    attachable: request.Attachable ?? false,
    ingress: request.Ingress ?? false,
    enableIPv6: request.EnableIPv6 ?? false,
    ipam: { driver: 'default', config, options: {} },
    options: { [VXLAN_OPTION]: String(freeVxlan(store.state)), ...request.Options },
    labels: request.Labels ?? {},
    scope: 'swarm',
    configuredSubnet: true,
    bridgeName: '',
  };
}

/** The lowest number that no overlay has. @see moby v28 libnetwork/drivers/overlay/ovmanager */
function freeVxlan({ networks }: EngineState): number {
  const used = new Set([...networks].map(([, { options }]) => Number(options[VXLAN_OPTION])));
  let id = FIRST_VXLAN;
  while (used.has(id)) id++;
  return id;
}
