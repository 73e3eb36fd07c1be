/** While there is work, real time counts for at most so many times what the work was charged. */
const STRETCH = 4;

/** Makes virtual time follow the host's clock, so that a slow or busy host never lets timers overtake the programs they wait for. */
export class RealTimePace {
  readonly #monotonicMs: () => number;
  #speed = 1;
  #realOrigin: number;
  #virtualOrigin: number;
  #chargedMs = 0;
  #resting = false;

  constructor(monotonicMs: () => number, nowMs: number) {
    this.#monotonicMs = monotonicMs;
    this.#realOrigin = monotonicMs();
    this.#virtualOrigin = nowMs;
  }

  /** From `nowMs` on, so many virtual seconds pass in a real one; none at 0, not even for work. */
  start(nowMs: number, speed = this.#speed): void {
    this.#speed = speed;
    this.#realOrigin = this.#monotonicMs();
    this.#virtualOrigin = nowMs;
  }

  /** Virtual milliseconds of work done. @returns those that pass */
  charge(ms: number): number {
    if (this.#speed === 0) return 0;
    this.#chargedMs += ms;
    return ms;
  }

  /** Nothing can run: until `follow` is called all real time counts. */
  rest(): void {
    this.#resting = true;
  }

  /** The virtual time it has become. Never before `nowMs`. */
  follow(nowMs: number): number {
    const target = this.#virtualOrigin + (this.#monotonicMs() - this.#realOrigin) * this.#speed;
    const limit = this.#resting ? target : nowMs + this.#chargedMs * (STRETCH - 1);
    if (target > limit) this.#virtualOrigin -= target - limit;
    this.#chargedMs = 0;
    this.#resting = false;
    return Math.max(nowMs, Math.min(target, limit));
  }

  /** Real milliseconds by which virtual time is ahead. */
  leadMs(nowMs: number): number {
    if (this.#speed === 0) return 0;
    return (nowMs - this.#virtualOrigin) / this.#speed - (this.#monotonicMs() - this.#realOrigin);
  }

  /** Real milliseconds that so many virtual ones take. */
  toRealMs(virtualMs: number): number {
    if (this.#speed === 0) return Infinity;
    return virtualMs / this.#speed;
  }
}
