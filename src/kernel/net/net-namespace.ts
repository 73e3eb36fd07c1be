import { isSysError, SysError } from '../errno.ts';
import type { Scheduler } from '../scheduler.ts';
import { isLoopback, parseAddress, parseSubnet, subnetContains } from './ipv4.ts';
import type { Listener, NetInterface, Network, Socket, SocketAddress } from './socket.ts';
import { AcceptQueue, createSocketPair, ResetSocket } from './stream-socket.ts';

export interface BridgeOptions {
  /** `docker0`, `br-1a2b3c4d5e6f` */
  readonly name: string;
  /** CIDR: `172.17.0.0/16` */
  readonly subnet: string;
  readonly gateway: string;
  /** No route out of it. */
  readonly internal?: boolean;
  /** False: endpoints can't reach each other (icc). */
  readonly communicates?: boolean;
}

/** A layer-2 segment with the machine attached as gateway. */
export interface Bridge {
  readonly options: BridgeOptions;
  /** Plugs a namespace in as `eth0`, `eth1` … @throws SysError EADDRINUSE */
  attach(namespace: NetNamespace, endpoint: { interfaceName: string; address: string; mac: string }): void;
  detach(namespace: NetNamespace): void;
  /** The bridge disappears from the machine. */
  remove(): void;
}

/** Where a forwarded connection goes. */
export interface ForwardTarget {
  readonly namespace: NetNamespace;
  readonly address: string;
  readonly port: number;
}

interface Forward {
  readonly listen: SocketAddress;
  readonly target: () => ForwardTarget | undefined;
}

interface Listening {
  readonly queue: AcceptQueue;
  readonly pid: number;
  readonly program: string;
}

interface Plug {
  readonly bridge: BridgeSegment;
  readonly nic: NetInterface;
}

/** What the networks of one machine share. */
export interface NetServices {
  readonly scheduler: Scheduler;
  /** Waits so long: the travel time of a packet. */
  sleep(ms: number): Promise<void>;
  current(): { pid: number; program: string };
  readonly host: () => NetNamespace;
  readonly bridges: Set<BridgeSegment>;
}

const LOOPBACK: NetInterface = { name: 'lo', address: '127.0.0.1', prefix: 8, mac: '00:00:00:00:00:00' };
const TRAVEL_MS = 0.08;
/** How long Linux asks for a neighbour that does not answer. */
const UNREACHABLE_MS = 3060;
const CONNECT_TIMEOUT_MS = 130_000;
const FIRST_EPHEMERAL_PORT = 32768;

/** A group of processes' network: interfaces, sockets, names, and the port forwards that enter through it. */
export class NetNamespace implements Network {
  readonly name: string;
  /** Asked for names that /etc/hosts lacks; undefined passes the question on. */
  resolver: ((name: string) => string[] | undefined) | undefined;
  readonly #services: NetServices;
  readonly #plugs: Plug[] = [];
  readonly #own: NetInterface[] = [];
  readonly #listening = new Map<number, Listening[]>();
  readonly #forwards = new Set<Forward>();
  readonly #sockets = new Set<Socket>();
  #nextPort = FIRST_EPHEMERAL_PORT;
  #sent = { bytes: 0, packets: 0 };
  #received = { bytes: 0, packets: 0 };

  constructor(name: string, services: NetServices) {
    this.name = name;
    this.#services = services;
  }

  get interfaces(): readonly NetInterface[] {
    const bridges = this.#isHost() ? [...this.#services.bridges].map((bridge) => bridge.hostInterface) : [];
    return [LOOPBACK, ...this.#own, ...bridges, ...this.#plugs.map((plug) => plug.nic)];
  }

  /** An interface that no bridge gave: the machine's own. */
  addInterface(nic: NetInterface): void {
    this.#own.push(nic);
  }

  plug(plug: Plug): void {
    this.#plugs.push(plug);
  }

  unplug(bridge: Bridge): void {
    const index = this.#plugs.findIndex((plug) => plug.bridge === bridge);
    if (index >= 0) this.#plugs.splice(index, 1);
  }

  #isHost(): boolean {
    return this.#services.host() === this;
  }

  // Listening

  listen(address: string, port: number): Listener {
    if (address !== '0.0.0.0' && !this.#isOwn(address)) throw new SysError('EADDRNOTAVAIL');
    const wanted = port || this.#ephemeralPort();
    if (this.inUse(address, wanted)) throw new SysError('EADDRINUSE');
    const local = { address, port: wanted };
    const entry: Listening = {
      ...this.#services.current(),
      queue: new AcceptQueue(this.#services.scheduler, local, () => {
        const others = (this.#listening.get(wanted) ?? []).filter((other) => other !== entry);
        if (others.length) this.#listening.set(wanted, others);
        else this.#listening.delete(wanted);
      }),
    };
    this.#listening.set(wanted, [...(this.#listening.get(wanted) ?? []), entry]);
    return entry.queue;
  }

  /** True if this port is taken on that address, by a listener or a forward. */
  inUse(address: string, port: number): boolean {
    const clashes = (other: string): boolean =>
      other === address || other === '0.0.0.0' || address === '0.0.0.0';
    return (
      (this.#listening.get(port) ?? []).some((entry) => clashes(entry.queue.local.address)) ||
      [...this.#forwards].some((forward) => forward.listen.port === port && clashes(forward.listen.address))
    );
  }

  /** Connections to this address and port (0.0.0.0 for all) go to the target instead (docker-proxy, DNAT). Also holds the port. */
  forward(listen: SocketAddress, target: () => ForwardTarget | undefined): { close(): void } {
    if (this.inUse(listen.address, listen.port)) throw new SysError('EADDRINUSE');
    const forward: Forward = { listen, target };
    this.#forwards.add(forward);
    return { close: () => void this.#forwards.delete(forward) };
  }

  listeners(): readonly { local: SocketAddress; pid: number; program: string }[] {
    const own = [...this.#listening.values()]
      .flat()
      .map(({ queue, pid, program }) => ({ local: queue.local, pid, program }));
    const forwards = [...this.#forwards].map((forward) => ({
      local: forward.listen,
      pid: 0,
      program: 'docker-proxy',
    }));
    return [...own, ...forwards].sort((a, b) => a.local.port - b.local.port);
  }

  // Connecting

  async connect(address: string, port: number): Promise<Socket> {
    await this.#services.sleep(TRAVEL_MS);
    const route = this.#route(address);
    if (route === 'none') throw new SysError('ENETUNREACH');
    if (route === 'silent') {
      await this.#services.sleep(CONNECT_TIMEOUT_MS);
      throw new SysError('ETIMEDOUT');
    }
    if (route === 'absent') {
      await this.#services.sleep(UNREACHABLE_MS);
      throw new SysError('EHOSTUNREACH');
    }
    return route.target.#accept(this, route.source, address, port);
  }

  #accept(from: NetNamespace, source: string, address: string, port: number): Socket {
    const forward = [...this.#forwards].find(
      ({ listen }) => listen.port === port && (listen.address === '0.0.0.0' || listen.address === address),
    );
    if (forward) return this.#passOn(forward, from, source, { address, port });
    const listening = (this.#listening.get(port) ?? []).find(
      ({ queue }) => queue.local.address === '0.0.0.0' || queue.local.address === address,
    );
    if (!listening) throw new SysError('ECONNREFUSED');
    const meter = {
      toServer: (bytes: number) => [from.#count('sent', bytes), this.#count('received', bytes)],
      toClient: (bytes: number) => [this.#count('sent', bytes), from.#count('received', bytes)],
    };
    const pair = createSocketPair(
      this.#services.scheduler,
      { address: source, port: from.#ephemeralPort() },
      { address, port },
      from === this ? {} : { meter },
    );
    this.#sockets.add(pair.server);
    from.#sockets.add(pair.client);
    listening.queue.offer(pair.server);
    return pair.client;
  }

  /**
   * Through a forward. What comes over loopback, or from the target's own bridge, is taken by docker-proxy before it knows whether somebody listens
   * behind it; the rest is rewritten on its way (DNAT) and meets the target itself. @see moby v28 cmd/docker-proxy/tcp_proxy_linux.go
   */
  #passOn(forward: Forward, from: NetNamespace, source: string, asked: SocketAddress): Socket {
    const target = forward.target();
    if (!target) throw new SysError('ECONNREFUSED');
    const { namespace, address, port } = target;
    const bridge = namespace.#plugs.find((plug) => plug.nic.address === address)?.bridge;
    try {
      return namespace.#accept(from, bridge?.options.gateway ?? source, address, port);
    } catch (error) {
      const proxied = isLoopback(asked.address) || from.#plugs.some((plug) => plug.bridge === bridge);
      if (!proxied || !isSysError(error, 'ECONNREFUSED')) throw error;
      return new ResetSocket({ address: source, port: from.#ephemeralPort() }, asked);
    }
  }

  #count(direction: 'sent' | 'received', bytes: number): void {
    const counter = direction === 'sent' ? this.#sent : this.#received;
    counter.bytes += bytes + 66;
    counter.packets += Math.ceil(bytes / 1448) || 1;
  }

  /** Who answers at an address, seen from here, and from which address we come. */
  #route(address: string): { target: NetNamespace; source: string } | 'none' | 'absent' | 'silent' {
    const wanted = parseAddress(address);
    if (wanted === undefined) return 'none';
    if (address === '0.0.0.0' || isLoopback(address) || this.#isOwn(address))
      return { target: this, source: isLoopback(address) ? '127.0.0.1' : address };
    if (this.#isHost()) return this.#routeFromHost(address, wanted);
    for (const { bridge, nic } of this.#plugs) {
      if (!subnetContains(bridge.subnet, wanted)) continue;
      if (address === bridge.options.gateway) return { target: this.#services.host(), source: nic.address };
      const target = bridge.endpoint(address);
      if (!target) return 'absent';
      return bridge.options.communicates === false ? 'silent' : { target, source: nic.address };
    }
    const way = this.#plugs.find((plug) => !plug.bridge.options.internal);
    if (!way) return 'none';
    const host = this.#services.host();
    if (host.#isOwn(address)) return { target: host, source: way.nic.address };
    return 'silent';
  }

  #routeFromHost(
    address: string,
    wanted: number,
  ): { target: NetNamespace; source: string } | 'absent' | 'silent' {
    for (const bridge of this.#services.bridges) {
      if (!subnetContains(bridge.subnet, wanted)) continue;
      const target = bridge.endpoint(address);
      return target ? { target, source: bridge.options.gateway } : 'absent';
    }
    return 'silent';
  }

  #isOwn(address: string): boolean {
    return isLoopback(address) || this.interfaces.some((nic) => nic.address === address);
  }

  #ephemeralPort(): number {
    do this.#nextPort = this.#nextPort >= 60999 ? FIRST_EPHEMERAL_PORT : this.#nextPort + 1;
    while (this.inUse('0.0.0.0', this.#nextPort));
    return this.#nextPort;
  }

  async resolve(name: string): Promise<string[]> {
    if (parseAddress(name) !== undefined) return [name];
    await this.#services.sleep(TRAVEL_MS);
    return this.resolver?.(name) ?? [];
  }

  async ping(address: string, timeoutMs: number): Promise<number | undefined> {
    const route = this.#route(address);
    if (route === 'none') throw new SysError('ENETUNREACH');
    if (route === 'absent') {
      await this.#services.sleep(Math.min(timeoutMs, UNREACHABLE_MS));
      throw new SysError('EHOSTUNREACH');
    }
    if (route === 'silent') {
      await this.#services.sleep(timeoutMs);
      return undefined;
    }
    const roundTrip = route.target === this ? 0.04 : TRAVEL_MS;
    await this.#services.sleep(roundTrip);
    return roundTrip;
  }

  counters(): { receivedBytes: number; sentBytes: number; receivedPackets: number; sentPackets: number } {
    return {
      receivedBytes: this.#received.bytes,
      sentBytes: this.#sent.bytes,
      receivedPackets: this.#received.packets,
      sentPackets: this.#sent.packets,
    };
  }

  /** Ends every connection and listener. */
  close(): void {
    for (const entry of [...this.#listening.values()].flat()) entry.queue.close();
    for (const socket of this.#sockets) socket.close();
    this.#sockets.clear();
    this.#forwards.clear();
    for (const plug of [...this.#plugs]) plug.bridge.detach(this);
  }
}

/** @see Bridge */
export class BridgeSegment implements Bridge {
  readonly options: BridgeOptions;
  readonly subnet;
  readonly #services: NetServices;
  readonly #endpoints = new Map<string, NetNamespace>();

  constructor(options: BridgeOptions, services: NetServices) {
    const subnet = parseSubnet(options.subnet);
    if (!subnet) throw new SysError('EINVAL');
    this.options = options;
    this.subnet = subnet;
    this.#services = services;
    services.bridges.add(this);
  }

  get hostInterface(): NetInterface {
    return {
      name: this.options.name,
      address: this.options.gateway,
      prefix: this.subnet.prefix,
      mac: '02:42:00:00:00:01',
    };
  }

  endpoint(address: string): NetNamespace | undefined {
    return this.#endpoints.get(address);
  }

  attach(namespace: NetNamespace, endpoint: { interfaceName: string; address: string; mac: string }): void {
    if (this.#endpoints.has(endpoint.address)) throw new SysError('EADDRINUSE');
    this.#endpoints.set(endpoint.address, namespace);
    const { interfaceName: name, address, mac } = endpoint;
    namespace.plug({ bridge: this, nic: { name, address, mac, prefix: this.subnet.prefix } });
  }

  detach(namespace: NetNamespace): void {
    for (const [address, other] of this.#endpoints) if (other === namespace) this.#endpoints.delete(address);
    namespace.unplug(this);
  }

  remove(): void {
    this.#services.bridges.delete(this);
  }
}
