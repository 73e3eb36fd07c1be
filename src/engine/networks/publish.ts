import { ApiError } from '../../api/api-error.ts';
import type { PortBinding } from '../../api/container-types.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { NetNamespace } from '../../kernel/net/net-namespace.ts';
import { byPort } from '../containers/endpoint-settings.ts';
import type { EngineContext } from '../engine-context.ts';
import { NO_PORTS, type ContainerRecord, type EndpointRecord } from '../state.ts';

interface BoundPort {
  readonly hostIp: string;
  readonly hostPort: number;
}

/** What publishing needs of a container that starts. */
export interface Publication {
  readonly container: ContainerRecord;
  readonly endpoint: EndpointRecord;
  readonly endpointName: string;
  readonly namespace: NetNamespace;
  /** What holds the machine's ports; filled here. */
  readonly forwards: { close(): void }[];
}

/** Ports given out where none was asked for. @see linux ip_local_port_range */
const DYNAMIC = { first: 32768, last: 60999 };

/** Binds the published ports on the machine. @throws ApiError where one is taken; those bound so far are in `forwards` */
export function publishPorts(context: EngineContext, publication: Publication): ContainerRecord['ports'] {
  const { container } = publication;
  const wanted = Object.entries(wantedBindings(container)).sort(([a], [b]) => byPort(a, b));
  if (wanted.length === 0) return NO_PORTS;
  const bound = new Map<string, readonly BoundPort[]>();
  for (const [port, bindings] of wanted) {
    for (const binding of bindings) {
      bound.set(port, [...(bound.get(port) ?? []), ...publishOne(context, publication, port, binding)]);
    }
  }
  return bound;
}

/** `-P` publishes every exposed port that `-p` does not. */
function wantedBindings(container: ContainerRecord): Record<string, readonly PortBinding[]> {
  const wanted: Record<string, readonly PortBinding[]> = {};
  for (const [port, bindings] of Object.entries(container.hostConfig.PortBindings ?? {}))
    wanted[port] = bindings ?? [];
  if (!container.hostConfig.PublishAllPorts) return wanted;
  for (const port of Object.keys(container.config.ExposedPorts ?? {}))
    wanted[port] ??= [{ HostIp: '', HostPort: '' }];
  return wanted;
}

function publishOne(
  context: EngineContext,
  publication: Publication,
  port: string,
  binding: PortBinding,
): BoundPort[] {
  const [number = '', protocol = 'tcp'] = port.split('/');
  const address = binding.HostIp || '0.0.0.0';
  if (!address.includes(':') && !context.kernel.hostNetwork.hasAddress(address))
    throw notBound(
      publication,
      `failed to bind host port for ${address}:${binding.HostPort || '0'}:${publication.endpoint.address}:${number}/${protocol}: cannot assign requested address`,
    );
  const isFree = (candidate: number): boolean => !isTaken(context, address, candidate, protocol);
  const hostPort = choosePort(context, binding.HostPort, isFree);
  if (!isFree(hostPort))
    throw refused(context, publication, `${address}:${hostPort}`, Number(number), protocol, hostPort);
  if (protocol === 'tcp')
    publication.forwards.push(hold(context, publication, address, hostPort, Number(number)));
  const shown = [{ hostIp: address, hostPort }];
  return binding.HostIp ? shown : [...shown, { hostIp: '::', hostPort }];
}

function choosePort(context: EngineContext, text: string, isFree: (port: number) => boolean): number {
  if (text === '') return dynamicPort(context, isFree);
  const [first = 0, last = first] = text.split('-').map(Number);
  for (let port = first; port <= last; port++) if (isFree(port)) return port;
  return first;
}

/** The next one after the last that was given out, as the real allocator goes on. @see moby v28 libnetwork/portallocator */
function dynamicPort({ portCursor }: EngineContext, isFree: (port: number) => boolean): number {
  const count = DYNAMIC.last - DYNAMIC.first + 1;
  for (let tries = 0; tries < count; tries++) {
    const port = DYNAMIC.first + ((portCursor.next - DYNAMIC.first + tries) % count);
    if (!isFree(port)) continue;
    portCursor.next = port + 1;
    return port;
  }
  throw new ApiError('system', 'all ports are allocated');
}

function isTaken(context: EngineContext, address: string, port: number, protocol: string): boolean {
  return (
    context.virtualServices.holdsPort(protocol, port) ||
    holderOf(context, address, port, protocol) !== undefined ||
    (protocol === 'tcp' && context.kernel.hostNetwork.inUse(address, port))
  );
}

/** The container that has this port of the machine. */
function holderOf(
  context: EngineContext,
  address: string,
  port: number,
  protocol: string,
): ContainerRecord | undefined {
  const clashes = (ip: string): boolean =>
    ip === address || ip === '0.0.0.0' || (address === '0.0.0.0' && ip !== '::');
  for (const [, container] of context.store.state.containers) {
    for (const [spec, bindings] of container.ports) {
      if (!spec.endsWith(`/${protocol}`)) continue;
      if (bindings.some(({ hostIp, hostPort }) => hostPort === port && clashes(hostIp))) return container;
    }
  }
  return undefined;
}

function hold(
  { kernel }: EngineContext,
  { endpoint, namespace }: Publication,
  address: string,
  port: number,
  containerPort: number,
): { close(): void } {
  try {
    const target = { namespace, address: endpoint.address, port: containerPort };
    return kernel.hostNetwork.forward({ address, port }, () => target, { program: 'docker-proxy' });
  } catch (error) {
    if (isSysError(error, 'EADDRINUSE')) throw new ApiError('system', 'port is already allocated');
    throw error;
  }
}

/** A port of a container is `allocated`; one of another program on the machine is `in use`. @see moby v28 libnetwork/drivers/bridge/port_mapping_linux.go */
function refused(
  context: EngineContext,
  { endpoint, endpointName, forwards }: Publication,
  place: string,
  containerPort: number,
  protocol: string,
  hostPort: number,
): ApiError {
  const [address = ''] = place.split(':');
  const own = forwards.length > 0 && context.kernel.hostNetwork.listeners().some(isProxyOn(hostPort));
  const reason =
    own || holderOf(context, address, hostPort, protocol)
      ? `Bind for ${place} failed: port is already allocated`
      : `failed to bind host port for ${place}:${endpoint.address}:${containerPort}/${protocol}: address already in use`;
  return notBound({ endpoint, endpointName }, reason);
}

function notBound(
  { endpoint, endpointName }: Pick<Publication, 'endpoint' | 'endpointName'>,
  reason: string,
): ApiError {
  return new ApiError(
    'system',
    `failed to set up container networking: driver failed programming external connectivity on endpoint ${endpointName} (${endpoint.endpointId}): ${reason}`,
  );
}

function isProxyOn(port: number): (listener: { local: { port: number }; program: string }) => boolean {
  return ({ local, program }) => local.port === port && program === 'docker-proxy';
}
