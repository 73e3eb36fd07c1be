/**
 * Gives new connections to backends in turn, as the scheduler `rr` of IPVS. A backend that comes is put first in the round, so a list filled one by
 * one is served from its end; one that goes takes nothing from the others' turns.
 * @see linux net/netfilter/ipvs/ip_vs_rr.c, ip_vs_ctl.c __ip_vs_update_dest
 */
export class RoundRobin {
  #round: string[] = [];
  /** Index of the one chosen last; -1 before the first choice. */
  #last = -1;
  /** What the round shall be, as long as nobody asked for a turn since. */
  #wanted: readonly string[] | undefined;

  /** The backends from now on, in the order they came; those that were there keep their place. Costs nothing until the next turn. */
  setBackends(backends: readonly string[]): void {
    this.#wanted = backends;
  }

  #change(backends: readonly string[]): void {
    const wanted = new Set(backends);
    const staying = this.#round.filter((backend) => wanted.has(backend));
    const upToLast = this.#round.slice(0, this.#last + 1).filter((backend) => wanted.has(backend));
    const known = new Set(staying);
    const added = [...wanted].filter((backend) => !known.has(backend)).reverse();
    this.#round = [...added, ...staying];
    if (this.#last >= 0) this.#last = added.length + upToLast.length - 1;
    this.#wanted = undefined;
  }

  /** Whose turn may come, in no order. */
  get backends(): readonly string[] {
    return this.#wanted ?? this.#round;
  }

  /** The next in turn; undefined where there is none. */
  next(): string | undefined {
    if (this.#wanted) this.#change(this.#wanted);
    if (this.#round.length === 0) return undefined;
    this.#last = (this.#last + 1) % this.#round.length;
    return this.#round[this.#last];
  }
}
