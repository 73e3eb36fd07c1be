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

/**
 * What the services of the swarm look like from this machine's networks: the table the control plane fills and the data plane acts on. It is never
 * saved: after a restore the control plane fills it again.
 *
 * An entry without backends has tasks that are all being shut down: its name and address are still there, connections are refused. When the last task
 * is gone the control plane deletes the entry: the name is unknown and nobody answers at the address any more.
 * @see moby v28 libnetwork/service_common.go addServiceBinding, rmServiceBinding
 */
export class VirtualServices {
  readonly #services = new Map<string, VirtualService>();
  readonly #ports = new Map<string, IngressPort>();

  /** Adds this service to its network, or replaces what was known of it there. Connections that are open stay with their backend. */
  setService(service: VirtualService): void {
    this.#services.set(serviceKey(service.networkId, service.serviceName), service);
  }

  /** Does nothing if it is not there. */
  deleteService(networkId: string, serviceName: string): void {
    this.#services.delete(serviceKey(networkId, serviceName));
  }

  /** The services of a network. */
  servicesIn(networkId: string): VirtualService[] {
    return [...this.#services.values()].filter((service) => service.networkId === networkId);
  }

  /**
   * Opens a port of the routing mesh on the machine, or replaces its backends. It never fails: what a container or a program of the machine has there
   * is hidden by it, as the rules of DOCKER-INGRESS come first.
   */
  setIngressPort(port: IngressPort): void {
    this.#ports.set(portKey(port.protocol, port.publishedPort), port);
  }

  /** Does nothing if it is not there. */
  deleteIngressPort(protocol: IngressPort['protocol'], publishedPort: number): void {
    this.#ports.delete(portKey(protocol, publishedPort));
  }

  ingressPorts(): IngressPort[] {
    return [...this.#ports.values()];
  }

  /** Forgets everything: the machine leaves the swarm. */
  clear(): void {
    this.#services.clear();
    this.#ports.clear();
  }
}

function serviceKey(networkId: string, serviceName: string): string {
  return `${networkId}/${serviceName}`;
}

function portKey(protocol: string, port: number): string {
  return `${port}/${protocol}`;
}
