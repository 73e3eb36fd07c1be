import { SysError } from '../errno.ts';
import { parseSubnet, type Subnet } from './ipv4.ts';
import { NetNamespace, type NetServices } from './net-namespace.ts';
import type { RoundRobin } from './round-robin.ts';
import type { NetInterface } from './socket.ts';

/** What carries a segment: who is plugged in, by address. Several machines' segments may share one. */
export class Wire {
  readonly #endpoints = new Map<string, NetNamespace>();
  #departures = 0;

  /** How often an address became free: while this stays, what was taken is. */
  get departures(): number {
    return this.#departures;
  }

  /** Nobody is plugged in. */
  get isIdle(): boolean {
    return this.#endpoints.size === 0;
  }

  endpoint(address: string): NetNamespace | undefined {
    return this.#endpoints.get(address);
  }

  addresses(): Iterable<string> {
    return this.#endpoints.keys();
  }

  /** @throws SysError EADDRINUSE */
  plugIn(address: string, namespace: NetNamespace): void {
    if (this.#endpoints.has(address)) throw new SysError('EADDRINUSE');
    this.#endpoints.set(address, namespace);
  }

  /** Takes out only what is that namespace's. */
  unplug(address: string, namespace: NetNamespace): void {
    if (this.#endpoints.get(address) !== namespace) return;
    this.#endpoints.delete(address);
    this.#departures++;
  }
}

/** The part of a segment that machines agree on. */
interface SegmentOptions {
  /** CIDR: `172.17.0.0/16` */
  readonly subnet: string;
  readonly gateway: string;
}

export interface BridgeOptions extends SegmentOptions {
  /** `docker0`, `br-1a2b3c4d5e6f` */
  readonly name: string;
  /** No route out of it. */
  readonly internal?: boolean;
  /** False: endpoints can't reach each other (icc). */
  readonly communicates?: boolean;
}

export interface OverlayOptions extends SegmentOptions {
  /** Whom it reaches; one of its own unless given. */
  readonly wire?: Wire;
}

/** A layer-2 segment on a machine. */
export interface Segment {
  readonly gateway: string;
  /** Plugs a namespace in as `eth0`, `eth1` … @throws SysError EADDRINUSE */
  attach(namespace: NetNamespace, endpoint: { interfaceName: string; address: string; mac: string }): void;
  detach(namespace: NetNamespace): void;
  /**
   * Answers at this address for the machine's own endpoints: pings it answers itself, each connection goes to the backend that is next in turn and
   * stays with it, whatever the balancer does later. Without backends it refuses. Backends see what
   * `source` says as the client's address (SNAT), or the client's own where it says nothing.
   * @see linux net/netfilter/ipvs
   */
  balance(address: string, balancer: RoundRobin, source?: () => string | undefined): { close(): void };
  /** Who is plugged in at this address, on this machine or another. */
  endpoint(address: string): NetNamespace | undefined;
  /** How often an address became free: while this stays, what was taken is. */
  readonly departures: number;
  /** It disappears from the machine. */
  remove(): void;
}

/** An address behind which a balancer stands. */
export interface VirtualAddress {
  readonly balancer: RoundRobin;
  readonly source: (() => string | undefined) | undefined;
}

/** What bridges and overlays have in common. */
export abstract class WiredSegment implements Segment {
  readonly gateway: string;
  readonly subnet: Subnet;
  /** False: endpoints can't reach each other. */
  abstract readonly communicates: boolean;
  /** Whether what is plugged in gets out by it. */
  abstract readonly leadsOut: boolean;
  readonly #wire: Wire;
  readonly #own = new Map<NetNamespace, string>();
  readonly #virtual = new Map<string, VirtualAddress>();

  constructor({ subnet: text, gateway }: SegmentOptions, wire: Wire) {
    const subnet = parseSubnet(text);
    if (!subnet) throw new SysError('EINVAL');
    this.gateway = gateway;
    this.subnet = subnet;
    this.#wire = wire;
  }

  /** Who answers at the gateway's address. */
  abstract gatewayNamespace(): NetNamespace;

  endpoint(address: string): NetNamespace | undefined {
    return this.#wire.endpoint(address);
  }

  get departures(): number {
    return this.#wire.departures;
  }

  virtual(address: string): VirtualAddress | undefined {
    return this.#virtual.get(address);
  }

  attach(namespace: NetNamespace, endpoint: { interfaceName: string; address: string; mac: string }): void {
    const { interfaceName: name, address, mac } = endpoint;
    this.#wire.plugIn(address, namespace);
    this.#own.set(namespace, address);
    namespace.plug({ segment: this, nic: { name, address, mac, prefix: this.subnet.prefix } });
  }

  detach(namespace: NetNamespace): void {
    const address = this.#own.get(namespace);
    if (address === undefined) return;
    this.#own.delete(namespace);
    this.#wire.unplug(address, namespace);
    namespace.unplug(this);
  }

  balance(address: string, balancer: RoundRobin, source?: () => string | undefined): { close(): void } {
    const entry: VirtualAddress = { balancer, source };
    this.#virtual.set(address, entry);
    return {
      close: () => {
        if (this.#virtual.get(address) === entry) this.#virtual.delete(address);
      },
    };
  }

  remove(): void {
    for (const namespace of [...this.#own.keys()]) this.detach(namespace);
  }
}

/** A segment that the machine itself is in, as gateway. */
export class BridgeSegment extends WiredSegment {
  readonly communicates: boolean;
  readonly leadsOut: boolean;
  readonly hostInterface: NetInterface;
  readonly #services: NetServices;

  constructor(options: BridgeOptions, services: NetServices) {
    super(options, new Wire());
    this.communicates = options.communicates ?? true;
    this.leadsOut = !options.internal;
    this.hostInterface = {
      name: options.name,
      address: options.gateway,
      prefix: this.subnet.prefix,
      mac: '02:42:00:00:00:01',
    };
    this.#services = services;
    services.bridges.add(this);
  }

  gatewayNamespace(): NetNamespace {
    return this.#services.host();
  }

  override remove(): void {
    this.#services.bridges.delete(this);
    super.remove();
  }
}

/** A segment that no machine is in: only what is plugged in sees it, and its gateway answers and leads nowhere. */
export class OverlaySegment extends WiredSegment {
  readonly communicates = true;
  readonly leadsOut = false;
  readonly #gatewayNamespace: NetNamespace;

  constructor(options: OverlayOptions, services: NetServices) {
    super(options, options.wire ?? new Wire());
    this.#gatewayNamespace = new NetNamespace('gateway', services);
  }

  gatewayNamespace(): NetNamespace {
    return this.#gatewayNamespace;
  }
}
