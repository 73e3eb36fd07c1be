import type { NetNamespace } from './net-namespace.ts';

/**
 * The network that the machines of a world are on: who has which address, and whose cable is plugged in. Simplified: one segment without a router, and what is
 * open when a cable is pulled stays open.
 */
export class Lan {
  readonly #hosts = new Map<string, NetNamespace>();
  readonly #cut = new Set<string>();
  readonly #listeners = new Set<() => void>();

  /** A machine comes into the network; one that had the address before is gone. */
  plugIn(address: string, host: NetNamespace): void {
    this.#hosts.set(address, host);
  }

  /** Pulls the cable of a machine, or plugs it in again. */
  setLink(address: string, isUp: boolean): void {
    if (isUp === !this.#cut.has(address)) return;
    if (isUp) this.#cut.delete(address);
    else this.#cut.add(address);
    for (const listener of [...this.#listeners]) listener();
  }

  /** Told after each change of a cable. @returns the way to stop */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether a packet gets from one machine to another. */
  isLinked(from: string, to: string): boolean {
    if (from === to) return true;
    return this.#hosts.has(from) && this.#hosts.has(to) && !this.#cut.has(from) && !this.#cut.has(to);
  }

  host(address: string): NetNamespace | undefined {
    return this.#hosts.get(address);
  }
}
