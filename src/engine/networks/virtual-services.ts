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
  readonly port: IngressPort;
  readonly balancer: RoundRobin;
  readonly forward: { close(): void } | undefined;
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
  readonly #services = new Map<string, Map<string, ServiceEntry>>();
  readonly #ports = new Map<string, PortEntry>();
  #nextIndex = FIRST_INDEX;

  constructor(plane: ServicePlane) {
    this.#plane = plane;
  }

  /** Adds this service to its network, or replaces what was known of it there. Connections that are open stay with their backend. */
  setService(service: VirtualService): void {
    const { networkId, serviceName } = service;
    const inNetwork = this.#services.get(networkId) ?? new Map<string, ServiceEntry>();
    const known = inNetwork.get(serviceName);
    const balancer = known?.balancer ?? new RoundRobin();
    balancer.setBackends(service.backends.map(({ address }) => address));
    const stays = known?.service.address === service.address;
    if (!stays) known?.virtual?.close();
    inNetwork.set(serviceName, {
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
  deleteService(networkId: string, serviceName: string): void {
    const inNetwork = this.#services.get(networkId);
    inNetwork?.get(serviceName)?.virtual?.close();
    inNetwork?.delete(serviceName);
    if (inNetwork?.size === 0) this.#services.delete(networkId);
  }

  /** The services of a network. */
  servicesIn(networkId: string): VirtualService[] {
    return [...(this.#services.get(networkId)?.values() ?? [])].map(({ service }) => service);
  }

  /** Number of a service in the machine's balancer; 0 if it is not there. */
  indexOf({ networkId, serviceName }: Pick<VirtualService, 'networkId' | 'serviceName'>): number {
    return this.#services.get(networkId)?.get(serviceName)?.index ?? 0;
  }

  /**
   * Opens a port of the routing mesh on the machine, or replaces its backends. It never fails: what a container or a program of the machine has there
   * is hidden by it, as the rules of DOCKER-INGRESS come first.
   * @see moby v28 libnetwork/service_linux.go addIngressPorts, plumbIngressPortsProxy
   */
  setIngressPort(port: IngressPort): void {
    const key = portKey(port.protocol, port.publishedPort);
    const known = this.#ports.get(key);
    const balancer = known?.balancer ?? new RoundRobin();
    balancer.setBackends(port.backends.map(({ address }) => address));
    const stays = known?.port.targetPort === port.targetPort;
    if (!stays) known?.forward?.close();
    this.#ports.set(key, { port, balancer, forward: stays ? known.forward : this.#open(port, balancer) });
  }

  /** Simplified: there are no datagrams in the machine; a port of another protocol is held, and nothing comes through it. */
  #open({ protocol, publishedPort, targetPort }: IngressPort, balancer: RoundRobin): PortEntry['forward'] {
    if (protocol !== 'tcp') return undefined;
    const listen = { address: '0.0.0.0', port: publishedPort };
    const target = (): ForwardTarget | undefined => this.#nextInIngress(targetPort, balancer);
    return this.#plane.kernel.hostNetwork.forward(listen, target, { program: 'dockerd', rule: true });
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
  deleteIngressPort(protocol: IngressPort['protocol'], publishedPort: number): void {
    const key = portKey(protocol, publishedPort);
    this.#ports.get(key)?.forward?.close();
    this.#ports.delete(key);
  }

  ingressPorts(): IngressPort[] {
    return [...this.#ports.values()].map(({ port }) => port);
  }

  /** True if the routing mesh has this port of the machine. */
  holdsPort(protocol: string, port: number): boolean {
    return this.#ports.has(portKey(protocol, port));
  }

  /** Forgets everything: the machine leaves the swarm. */
  clear(): void {
    for (const { networkId, serviceName } of [...this.#services.keys()].flatMap((id) => this.servicesIn(id)))
      this.deleteService(networkId, serviceName);
    for (const { protocol, publishedPort } of this.ingressPorts())
      this.deleteIngressPort(protocol, publishedPort);
  }
}

function portKey(protocol: string, port: number): string {
  return `${port}/${protocol}`;
}
