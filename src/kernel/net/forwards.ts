import type { NetNamespace } from './net-namespace.ts';
import type { SocketAddress } from './socket.ts';

/** Where a forwarded connection goes. */
export interface ForwardTarget {
  readonly namespace: NetNamespace;
  readonly address: string;
  readonly port: number;
  /** The address it seems to come from (SNAT); the gateway's of the target's bridge unless given. */
  readonly source?: string;
}

export interface ForwardOptions {
  /** What holds the port, for ss and netstat. */
  readonly program: string;
  /**
   * It is a rule and nothing else: it comes before whatever has the port, nobody accepts on behalf of the target, and it fails as the target does.
   * Without it a program accepts what comes over loopback or from the target's own bridge.
   */
  readonly rule?: boolean;
}

/** A port that leads elsewhere. */
export interface Forward extends ForwardOptions {
  readonly listen: SocketAddress;
  /** Asked for each connection; undefined refuses it. */
  readonly target: () => ForwardTarget | undefined;
}

/** The forwards of a namespace, found by port. */
export class Forwards {
  /** Made with the first: most namespaces have none. */
  #made: Map<number, readonly Forward[]> | undefined;

  get #byPort(): Map<number, readonly Forward[]> {
    return (this.#made ??= new Map());
  }

  add(forward: Forward): { close(): void } {
    const { port } = forward.listen;
    const others = this.#byPort.get(port) ?? [];
    this.#byPort.set(port, forward.rule ? [forward, ...others] : [...others, forward]);
    return { close: () => this.#remove(forward) };
  }

  #remove(forward: Forward): void {
    const { port } = forward.listen;
    const others = (this.#byPort.get(port) ?? []).filter((other) => other !== forward);
    if (others.length) this.#byPort.set(port, others);
    else this.#byPort.delete(port);
  }

  find(address: string, port: number): Forward | undefined {
    return this.#made?.get(port)?.find(({ listen }) => covers(listen.address, address));
  }

  /** True if one of them takes this port of the address, or of any if it is 0.0.0.0. */
  has(address: string, port: number): boolean {
    return this.#made?.get(port)?.some(({ listen }) => clashes(listen.address, address)) ?? false;
  }

  all(): Forward[] {
    return [...(this.#made?.values() ?? [])].flat();
  }

  clear(): void {
    this.#made = undefined;
  }
}

/** True if what listens on one address gets what is sent to the other. */
export function covers(listening: string, address: string): boolean {
  return listening === '0.0.0.0' || listening === address;
}

/** True if two listeners with these addresses can't have the same port. */
export function clashes(one: string, other: string): boolean {
  return one === other || one === '0.0.0.0' || other === '0.0.0.0';
}
