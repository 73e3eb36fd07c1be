import type { Kernel } from '../../kernel/kernel.ts';
import type { ForwardTarget } from '../../kernel/net/forwards.ts';
import { RoundRobin } from '../../kernel/net/round-robin.ts';
import type { EngineState } from '../state.ts';
import { findIngressNetwork } from './find.ts';
import type { SegmentTable } from './segments.ts';

/** A task that serves: a container in the network. */
export interface ServiceBackend {
  readonly containerId: string;
  /** Its address in the network of the entry it is in: the service's, or ingress for a published port. */
  readonly address: string;
}

/** One service in one network: how its name and its virtual IP are answered there. */
export interface VirtualService {
  readonly networkId: string;
  /** Two services may have one name for a while: the first is being removed, the second was just made. */
  readonly serviceId: string;
  readonly serviceName: string;
  /** Further names of it in this network. */
  readonly aliases: readonly string[];
  readonly mode: 'vip' | 'dnsrr';
  /** The virtual IP, '' for dnsrr. */
  readonly address: string;
  /** Ports it publishes through the routing mesh, for `network inspect --verbose`. */
  readonly ports?: readonly { readonly targetPort: number; readonly publishedPort: number }[];
  /** Who gets new connections, in the order the tasks came up. A task that shuts down is left out first, and goes on with what it has. */
  readonly backends: readonly ServiceBackend[];
}

/** A port of the routing mesh: open on the machine, on all its addresses. */
export interface IngressPort {
  readonly serviceId: string;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  readonly publishedPort: number;
  readonly targetPort: number;
  readonly backends: readonly ServiceBackend[];
}

/** What the table acts on. */
export interface ServicePlane {
  readonly kernel: Kernel;
  readonly segments: SegmentTable;
  readonly networks: () => EngineState['networks'];
}

interface ServiceEntry {
  readonly service: VirtualService;
  readonly balancer: RoundRobin;
  /** Its mark in the balancer of this machine. */
  readonly index: number;
  readonly virtual: { close(): void } | undefined;
}

interface PortEntry {
  /** By service, the newest last: that one gets new connections. @see moby v28 libnetwork/service_linux.go programIngress */
  readonly owners: Map<string, PortOwner>;
  readonly forward: { close(): void } | undefined;
}

interface PortOwner {
  readonly port: IngressPort;
  readonly balancer: RoundRobin;
}

/** @see moby v28 libnetwork/service.go fwMarkCtr */
const FIRST_INDEX = 256;

/**
 * What the services of the swarm look like from this machine's networks: the table the control plane fills and the data plane acts on. It is never
 * saved: after a restore the control plane fills it again.
 *
 * An entry without backends has tasks that are all being shut down: its name and address are still there, connections are refused. When the last task
 * is gone the control plane deletes the entry: the name is unknown and nobody answers at the address any more.
 * @see moby v28 libnetwork/service_common.go addServiceBinding, rmServiceBinding
 */
export class VirtualServices {
  readonly #plane: ServicePlane;
  /** Network → service → entry. */
  readonly #services = new Map<string, Map<string, ServiceEntry>>();
  readonly #ports = new Map<string, PortEntry>();
  #nextIndex = FIRST_INDEX;

  constructor(plane: ServicePlane) {
    this.#plane = plane;
  }

  /** Adds this service to its network, or replaces what was known of it there. Connections that are open stay with their backend. */
  setService(service: VirtualService): void {
    const { networkId, serviceId } = service;
    const inNetwork = this.#services.get(networkId) ?? new Map<string, ServiceEntry>();
    const known = inNetwork.get(serviceId);
    const balancer = known?.balancer ?? new RoundRobin();
    balancer.setBackends(service.backends.map(({ address }) => address));
    // Where the network came to the machine after the service, nobody answers yet.
    const stays = known?.virtual !== undefined && known.service.address === service.address;
    if (!stays) known?.virtual?.close();
    inNetwork.set(serviceId, {
      service,
      balancer,
      index: known?.index ?? this.#nextIndex++,
      virtual: stays ? known.virtual : this.#answerAt(service, balancer),
    });
    this.#services.set(networkId, inNetwork);
  }

  #answerAt({ networkId, address }: VirtualService, balancer: RoundRobin): ServiceEntry['virtual'] {
    if (!address) return undefined;
    return this.#plane.segments.get(networkId)?.balance(address, balancer, () => this.#source(networkId));
  }

  /**
   * The address that backends see: that of the machine's balancer in the network, or the client's own with the option `dsr`.
   * @see moby v28 libnetwork/service_linux.go configureFWMark, controller.go overlayDSROptionString
   */
  #source(networkId: string): string | undefined {
    const network = this.#plane.networks().get(networkId);
    return network && !('dsr' in network.options) ? network.systemEndpoints?.[0]?.address : undefined;
  }

  /** Does nothing if it is not there. */
  deleteService(networkId: string, serviceId: string): void {
    const inNetwork = this.#services.get(networkId);
    inNetwork?.get(serviceId)?.virtual?.close();
    inNetwork?.delete(serviceId);
    if (inNetwork?.size === 0) this.#services.delete(networkId);
  }

  /** The services of a network. */
  servicesIn(networkId: string): VirtualService[] {
    return [...(this.#services.get(networkId)?.values() ?? [])].map(({ service }) => service);
  }

  /** Number of a service in the machine's balancer; 0 if it is not there. */
  indexOf({ networkId, serviceId }: Pick<VirtualService, 'networkId' | 'serviceId'>): number {
    return this.#services.get(networkId)?.get(serviceId)?.index ?? 0;
  }

  /**
   * Opens a port of the routing mesh on the machine for a service, or replaces its backends. It never fails: what a container or a program of the machine has
   * there is hidden by it, as the rules of DOCKER-INGRESS come first.
   * @see moby v28 libnetwork/service_linux.go addIngressPorts, plumbIngressPortsProxy
   */
  setIngressPort(port: IngressPort): void {
    const key = portKey(port.protocol, port.publishedPort);
    const entry = this.#ports.get(key) ?? this.#open(port);
    const balancer = entry.owners.get(port.serviceId)?.balancer ?? new RoundRobin();
    balancer.setBackends(port.backends.map(({ address }) => address));
    entry.owners.set(port.serviceId, { port, balancer });
    this.#ports.set(key, entry);
  }

  /** Simplified: there are no datagrams in the machine; a port of another protocol is held, and nothing comes through it. */
  #open({ protocol, publishedPort }: IngressPort): PortEntry {
    const owners: PortEntry['owners'] = new Map();
    if (protocol !== 'tcp') return { owners, forward: undefined };
    const listen = { address: '0.0.0.0', port: publishedPort };
    const target = (): ForwardTarget | undefined => {
      const newest = [...owners.values()].at(-1);
      return newest && this.#nextInIngress(newest.port.targetPort, newest.balancer);
    };
    const forward = this.#plane.kernel.hostNetwork.forward(listen, target, {
      program: 'dockerd',
      rule: true,
    });
    return { owners, forward };
  }

  #nextInIngress(port: number, balancer: RoundRobin): ForwardTarget | undefined {
    const address = balancer.next();
    const network = findIngressNetwork(this.#plane.networks());
    const namespace = network && address && this.#plane.segments.get(network.id)?.endpoint(address);
    if (!namespace) return undefined;
    const source = this.#source(network.id);
    return { namespace, address, port, ...(source ? { source } : {}) };
  }

  /** Does nothing if it is not there. */
  deleteIngressPort({
    protocol,
    publishedPort,
    serviceId,
  }: Pick<IngressPort, 'protocol' | 'publishedPort' | 'serviceId'>): void {
    const key = portKey(protocol, publishedPort);
    const entry = this.#ports.get(key);
    entry?.owners.delete(serviceId);
    if (!entry || entry.owners.size > 0) return;
    entry.forward?.close();
    this.#ports.delete(key);
  }

  /** The ports with who has them, the newest owner last. */
  ingressPorts(): IngressPort[] {
    return [...this.#ports.values()].flatMap(({ owners }) => [...owners.values()].map(({ port }) => port));
  }

  /** True if the routing mesh has this port of the machine. */
  holdsPort(protocol: string, port: number): boolean {
    return this.#ports.has(portKey(protocol, port));
  }

  /** Forgets everything: the machine leaves the swarm. */
  clear(): void {
    for (const { networkId, serviceId } of [...this.#services.keys()].flatMap((id) => this.servicesIn(id)))
      this.deleteService(networkId, serviceId);
    for (const port of this.ingressPorts()) this.deleteIngressPort(port);
  }
}

function portKey(protocol: string, port: number): string {
  return `${port}/${protocol}`;
}
