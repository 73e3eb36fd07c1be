import { isSysError, SysError } from '../errno.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Forward, ForwardOptions, ForwardTarget } from './forwards.ts';
import { formatAddress, isLoopback, parseAddress, parseSubnet, subnetContains } from './ipv4.ts';
import type { Lan } from './lan.ts';
import { Ports } from './ports.ts';
import { routeOver, type Route } from './route.ts';
import type { WiredSegment, BridgeSegment, Segment, VirtualAddress } from './segment.ts';
import type { DefaultRoute, Listener, NetInterface, Network, Socket, SocketAddress } from './socket.ts';
import { countTraffic, type Spot, type TrafficObserver } from './traffic.ts';
import { createSocketPair, ResetSocket, type SocketEnd } from './stream-socket.ts';

interface Plug {
  readonly segment: WiredSegment;
  readonly nic: NetInterface;
}

/** A connection on its way: who asks, which address it shows, and whom it was meant for. */
interface Caller {
  readonly namespace: NetNamespace;
  readonly source: string;
  readonly asked: SocketAddress;
  /** Whose port passed it on, the last of them. */
  readonly entry?: NetNamespace;
}

/** What the networks of one machine share. */
export interface NetServices {
  readonly scheduler: Scheduler;
  /** Waits so long: the travel time of a packet. */
  sleep(ms: number): Promise<void>;
  current(): { pid: number; program: string };
  readonly host: () => NetNamespace;
  readonly bridges: Set<BridgeSegment>;
  /** What the machine's own address is on; none unless given. */
  readonly lan?: Lan;
  readonly observer: () => TrafficObserver | undefined;
}

const LOOPBACK: NetInterface = { name: 'lo', address: '127.0.0.1', prefix: 8, mac: '00:00:00:00:00:00' };
const TRAVEL_MS = 0.08;
/** How long Linux asks for a neighbour that does not answer. */
const UNREACHABLE_MS = 3060;
const CONNECT_TIMEOUT_MS = 130_000;

/** A group of processes' network: interfaces, sockets, names, and the port forwards that enter through it. */
export class NetNamespace implements Network {
  readonly name: string;
  /** Asked for names that /etc/hosts lacks; undefined passes the question on. */
  resolver: ((name: string) => string[] | undefined) | undefined;
  /** Sees each connection made from here, and hands on what is used in its place. */
  onConnect: ((socket: Socket) => Socket) | undefined;
  readonly #services: NetServices;
  #plugs: readonly Plug[] = [];
  readonly #own: NetInterface[] = [];
  readonly #ports: Ports;
  // Made with the first connection: most namespaces of a crowd never have one.
  #sockets: Set<Socket> | undefined;
  readonly #sent = { bytes: 0, packets: 0 };
  readonly #received = { bytes: 0, packets: 0 };

  constructor(name: string, services: NetServices) {
    this.name = name;
    this.#services = services;
    this.#ports = new Ports(services);
  }

  get interfaces(): readonly NetInterface[] {
    const bridges = this.#isHost() ? [...this.#services.bridges].map((bridge) => bridge.hostInterface) : [];
    return [LOOPBACK, ...this.#own, ...bridges, ...this.#plugs.map((plug) => plug.nic)];
  }

  /** That of the machine it is on. */
  get machineAddress(): string {
    return this.#services.host().ownAddress ?? '';
  }

  /** The machine's address on its own network; undefined in a container's. */
  get ownAddress(): string | undefined {
    return this.#own[0]?.address;
  }

  /** Simplified: what an interface of the machine itself leads to has the first address of its network. */
  get defaultRoute(): DefaultRoute | undefined {
    const [own] = this.#own;
    if (own) {
      const base = parseSubnet(`${own.address}/${own.prefix}`)?.base ?? 0;
      return { gateway: formatAddress(base + 1), interfaceName: own.name };
    }
    const way = this.#plugs.find(({ segment }) => segment.leadsOut);
    return way && { gateway: way.segment.gateway, interfaceName: way.nic.name };
  }

  /** An interface that no bridge gave: the machine's own. */
  addInterface(nic: NetInterface): void {
    this.#own.push(nic);
  }

  get #spot(): Spot {
    return { name: this.name, machineAddress: this.machineAddress };
  }

  plug(plug: Plug): void {
    this.#plugs = this.#plugs.concat(plug);
  }

  unplug(segment: Segment): void {
    const index = this.#plugs.findIndex((plug) => plug.segment === segment);
    if (index >= 0) this.#plugs = this.#plugs.toSpliced(index, 1);
  }

  #isHost(): boolean {
    return this.#services.host() === this;
  }

  // Listening

  listen(address: string, port: number): Listener {
    if (address !== '0.0.0.0' && !this.#isOwn(address)) throw new SysError('EADDRNOTAVAIL');
    return this.#ports.listen(address, port);
  }

  /** Whether something can listen on this IPv4 address. */
  hasAddress(address: string): boolean {
    return address === '0.0.0.0' || this.#isOwn(address);
  }

  /** True if this port is taken on that address, by a listener or a forward. */
  inUse(address: string, port: number): boolean {
    return this.#ports.inUse(address, port);
  }

  /** Connections to this address and port (0.0.0.0 for all) go to the target instead; it also holds the port. @throws SysError EADDRINUSE */
  forward(
    listen: SocketAddress,
    target: () => ForwardTarget | undefined,
    options: ForwardOptions,
  ): { close(): void } {
    return this.#ports.forward({ ...options, listen, target });
  }

  listeners(): readonly { local: SocketAddress; pid: number; program: string }[] {
    return this.#ports.all();
  }

  // Connecting

  async connect(address: string, port: number): Promise<Socket> {
    const socket = await this.#connect(address, port);
    return this.onConnect?.(socket) ?? socket;
  }

  async #connect(address: string, port: number): Promise<Socket> {
    await this.#services.sleep(TRAVEL_MS);
    const route = this.#linkedRoute(address);
    if (route === 'none') throw new SysError('ENETUNREACH');
    if (route === 'silent') {
      await this.#services.sleep(CONNECT_TIMEOUT_MS);
      throw new SysError('ETIMEDOUT');
    }
    if (route === 'absent') return this.#unreachable(UNREACHABLE_MS);
    const caller: Caller = { namespace: this, source: route.source, asked: { address, port } };
    if ('target' in route) return route.target.#accept(caller, address, port);
    return this.#connectToBackend(route.segment, route.virtual, caller);
  }

  async #unreachable(afterMs: number): Promise<never> {
    await this.#services.sleep(afterMs);
    throw new SysError('EHOSTUNREACH');
  }

  /** Through a virtual address: whose turn it is gets the connection, at the port that was asked for. */
  #connectToBackend(
    segment: WiredSegment,
    { balancer, source }: VirtualAddress,
    caller: Caller,
  ): Socket | Promise<Socket> {
    const address = balancer.next();
    if (address === undefined) throw new SysError('ECONNREFUSED');
    const backend = segment.endpoint(address);
    if (!backend || !this.#isLinked(backend)) return this.#unreachable(UNREACHABLE_MS);
    return backend.#accept({ ...caller, source: source?.() ?? caller.source }, address, caller.asked.port);
  }

  #accept(caller: Caller, address: string, port: number): Socket {
    const forward = this.#ports.findForward(address, port);
    if (forward) return this.#passOn(forward, caller, address);
    const listening = this.#ports.findListening(address, port);
    if (!listening) throw new SysError('ECONNREFUSED');
    const { namespace: from, source, asked, entry } = caller;
    const heard = this.#services.observer()?.({ from, to: this, entry, port: asked.port });
    const client = { address: source, port: from.#ports.ephemeral() };
    const pair = createSocketPair(this.#services.scheduler, {
      client: { ...from.#end(client, asked, from === this ? undefined : this, heard), takenBy: this.#spot },
      server: this.#end({ address, port }, client, from === this ? undefined : from),
    });
    (from.#sockets ??= new Set()).add(pair.client);
    (this.#sockets ??= new Set()).add(pair.server);
    listening.queue.offer(pair.server);
    return pair.client;
  }

  /** One end of a connection, in this namespace; what is written is counted here and with the peer, where that is another. */
  #end(
    local: SocketAddress,
    remote: SocketAddress,
    peer: NetNamespace | undefined,
    heard?: (bytes: Uint8Array) => void,
  ): SocketEnd {
    return {
      local,
      remote,
      sent: (bytes) => {
        heard?.(bytes);
        if (!peer) return;
        countTraffic(this.#sent, bytes.length);
        countTraffic(peer.#received, bytes.length);
      },
      closed: (socket) => void this.#sockets?.delete(socket),
    };
  }

  /**
   * Through a forward. What comes over loopback, or from the target's own bridge, is taken by docker-proxy before it knows whether somebody listens
   * behind it; the rest is rewritten on its way (DNAT) and meets the target itself. @see moby v28 cmd/docker-proxy/tcp_proxy_linux.go
   */
  #passOn(forward: Forward, caller: Caller, address: string): Socket {
    const target = forward.target();
    if (!target) throw new SysError('ECONNREFUSED');
    if (!this.#isLinked(target.namespace)) throw new SysError('EHOSTUNREACH');
    const segment = target.namespace.#plugs.find((plug) => plug.nic.address === target.address)?.segment;
    const source = target.source ?? segment?.gateway ?? caller.source;
    try {
      return target.namespace.#accept({ ...caller, source, entry: this }, target.address, target.port);
    } catch (error) {
      const { namespace: from, asked } = caller;
      const proxied =
        !forward.rule && (isLoopback(address) || from.#plugs.some((plug) => plug.segment === segment));
      if (!proxied || !isSysError(error, 'ECONNREFUSED')) throw error;
      return new ResetSocket({ address: caller.source, port: from.#ports.ephemeral() }, asked);
    }
  }

  /** What is on another machine is silent while a cable on the way is pulled. */
  #linkedRoute(address: string): Route {
    const route = this.#route(address);
    return typeof route === 'object' && 'target' in route && !this.#isLinked(route.target) ? 'silent' : route;
  }

  #isLinked(other: NetNamespace): boolean {
    if (other.#services === this.#services) return true;
    const { lan } = this.#services;
    return lan?.isLinked(this.machineAddress, other.machineAddress) ?? true;
  }

  /** From the machine's own address to a neighbour. */
  #neighbour(address: string, wanted: number): Route | undefined {
    const { lan } = this.#services;
    const [own] = this.#services.host().#own;
    const subnet = own && parseSubnet(`${own.address}/${own.prefix}`);
    if (!lan || !subnet || !subnetContains(subnet, wanted)) return undefined;
    const target = lan.host(address);
    return target && { target, source: own.address };
  }

  #route(address: string): Route {
    const wanted = parseAddress(address);
    if (wanted === undefined) return 'none';
    if (address === '0.0.0.0' || isLoopback(address) || this.#isOwn(address))
      return { target: this, source: isLoopback(address) ? '127.0.0.1' : address };
    if (this.#isHost()) return this.#routeFromHost(address, wanted);
    for (const { segment, nic } of this.#plugs)
      if (subnetContains(segment.subnet, wanted)) return routeOver(segment, nic.address, address);
    const way = this.#plugs.find((plug) => plug.segment.leadsOut);
    if (!way) return 'none';
    const host = this.#services.host();
    if (host.#isOwn(address)) return { target: host, source: way.nic.address };
    return this.#neighbour(address, wanted) ?? 'silent';
  }

  #routeFromHost(address: string, wanted: number): Route {
    for (const bridge of this.#services.bridges) {
      if (!subnetContains(bridge.subnet, wanted)) continue;
      const target = bridge.endpoint(address);
      return target ? { target, source: bridge.gateway } : 'absent';
    }
    return this.#neighbour(address, wanted) ?? 'silent';
  }

  /** Whether a packet gets to this address as things are, or with a port, whether a connection would be accepted. Nothing is sent. */
  reaches(address: string, port?: number): boolean {
    const route = this.#linkedRoute(address);
    if (typeof route === 'string') return false;
    if (port === undefined) return true;
    if ('target' in route) return route.target.#accepts(address, port);
    return route.virtual.balancer.backends.some((backend) => {
      const target = route.segment.endpoint(backend);
      return target !== undefined && this.#isLinked(target) && target.#accepts(backend, port);
    });
  }

  #accepts(address: string, port: number): boolean {
    const forward = this.#ports.findForward(address, port);
    if (!forward) return this.#ports.findListening(address, port) !== undefined;
    const target = forward.target();
    return (
      target !== undefined &&
      this.#isLinked(target.namespace) &&
      target.namespace.#accepts(target.address, target.port)
    );
  }

  #isOwn(address: string): boolean {
    if (isLoopback(address) || this.#own.some((nic) => nic.address === address)) return true;
    if (this.#plugs.some(({ nic }) => nic.address === address)) return true;
    if (!this.#isHost()) return false;
    for (const bridge of this.#services.bridges) if (bridge.gateway === address) return true;
    return false;
  }

  async resolve(name: string): Promise<string[]> {
    if (parseAddress(name) !== undefined) return [name];
    await this.#services.sleep(TRAVEL_MS);
    return this.resolver?.(name) ?? [];
  }

  async ping(address: string, timeoutMs: number): Promise<number | undefined> {
    const route = this.#linkedRoute(address);
    if (route === 'none') throw new SysError('ENETUNREACH');
    if (route === 'absent') {
      await this.#services.sleep(Math.min(timeoutMs, UNREACHABLE_MS));
      throw new SysError('EHOSTUNREACH');
    }
    if (route === 'silent') {
      await this.#services.sleep(timeoutMs);
      return undefined;
    }
    const roundTrip = 'target' in route && route.target === this ? 0.04 : TRAVEL_MS;
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

  /** How many ends of connections are here. */
  get openSockets(): number {
    return this.#sockets?.size ?? 0;
  }

  /** Ends every connection and listener. */
  close(): void {
    this.#ports.close();
    for (const socket of [...(this.#sockets ?? [])]) socket.close();
    this.#sockets = undefined;
    for (const plug of [...this.#plugs]) plug.segment.detach(this);
  }
}
