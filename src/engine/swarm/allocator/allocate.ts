import { tasksOfService, withService, withStatus, withTask, type ChangeContext } from '../cluster-changes.ts';
import type {
  ClusterState,
  NetworkAttachment,
  ServiceEndpoint,
  ServiceRecord,
  TaskRecord,
} from '../cluster-state.ts';
import { isEqual } from '../../../lib/is-equal.ts';
import type { AddressPool, SwarmNetwork } from './address-pool.ts';
import { allocatePorts } from './ports.ts';

/** The networks services may be in. */
export interface NetworkTable {
  /** By ID. */
  find(id: string): SwarmNetwork | undefined;
  readonly ingress: SwarmNetwork | undefined;
  /** The addresses of a network, those that are taken among them. */
  pool(network: SwarmNetwork): AddressPool;
}

/**
 * Gives a service its ports and virtual IPs and its new tasks their endpoint and addresses: they are pending then.
 * @see moby/swarmkit v2 manager/allocator/network.go
 */
export function allocateService(
  cluster: ClusterState,
  serviceId: string,
  networks: NetworkTable,
  { nowMs }: ChangeContext,
): ClusterState {
  const service = cluster.services.get(serviceId);
  if (!service) return cluster;
  const wanted = allocateEndpoint(cluster, service, networks);
  const isSame = isEqual(wanted, service.endpoint);
  const endpoint = isSame ? service.endpoint : wanted;
  const state = isSame ? cluster : withService(cluster, { ...service, endpoint }, nowMs);
  const wantedNetworks = networksOf(service, networks);
  if (!hasVirtualIps(service, endpoint, wantedNetworks)) return state;
  return tasksOfService(state, serviceId)
    .filter(({ status }) => status.state === 'new')
    .reduce((next, task) => {
      const attachments = attachAll(wantedNetworks, networks);
      if (!attachments) return next;
      return withTask(next, allocated(task, endpoint, attachments, nowMs), nowMs);
    }, state);
}

function allocateEndpoint(
  cluster: ClusterState,
  service: ServiceRecord,
  networks: NetworkTable,
): ServiceEndpoint {
  const { endpoint } = service;
  const ports = allocatePorts(cluster, service);
  if (service.spec.EndpointSpec?.Mode === 'dnsrr') return { ports, virtualIps: [] };
  const virtualIps = networksOf(service, networks)
    .filter(({ network }) => network.isOverlay)
    .map(({ network }) => {
      const known = endpoint.virtualIps.find(({ networkId }) => networkId === network.id);
      return known ?? { networkId: network.id, address: networks.pool(network).take() };
    })
    .filter(({ address }) => address !== '');
  return { ports, virtualIps };
}

/** Where a network has no address left for it, the service's tasks wait until one is. */
function hasVirtualIps(
  { spec }: ServiceRecord,
  { virtualIps }: ServiceEndpoint,
  wanted: readonly WantedNetwork[],
): boolean {
  if (spec.EndpointSpec?.Mode === 'dnsrr') return true;
  return wanted
    .filter(({ network }) => network.isOverlay)
    .every(({ network }) => virtualIps.some(({ networkId }) => networkId === network.id));
}

interface WantedNetwork {
  readonly network: SwarmNetwork;
  readonly aliases: readonly string[];
}

/** Ingress first where a port is published through it, then those it asks for. */
function networksOf({ spec }: ServiceRecord, networks: NetworkTable): WantedNetwork[] {
  const usesIngress = spec.EndpointSpec?.Ports?.some(({ PublishMode }) => PublishMode !== 'host') ?? false;
  const own = (spec.TaskTemplate.Networks ?? []).flatMap(({ Target, Aliases = [] }) => {
    const network = networks.find(Target);
    return network ? [{ network, aliases: Aliases }] : [];
  });
  const { ingress } = networks;
  return [...(usesIngress && ingress ? [{ network: ingress, aliases: [] }] : []), ...own];
}

/** Undefined where a network has no address left: the task stays new, until one is. */
function attachAll(
  wanted: readonly WantedNetwork[],
  networks: NetworkTable,
): NetworkAttachment[] | undefined {
  const attachments = wanted.map(({ network, aliases }) => {
    const addresses = network.isOverlay ? [networks.pool(network).take()] : [];
    return { networkId: network.id, networkName: network.name, aliases, addresses };
  });
  return attachments.some(({ addresses }) => addresses.includes('')) ? undefined : attachments;
}

function allocated(
  task: TaskRecord,
  endpoint: ServiceEndpoint,
  networks: readonly NetworkAttachment[],
  nowMs: number,
): TaskRecord {
  return withStatus(
    { ...task, endpoint, networks },
    { state: 'pending', message: 'pending task scheduling' },
    nowMs,
  );
}
