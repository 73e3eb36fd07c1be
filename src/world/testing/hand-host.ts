import type { Host } from '../../host/host.ts';

/** What was waited for did not come in the time that it was given. */
export class NeverCame extends Error {
  override name = 'NeverCame';
}

const BEGIN_MS = Date.UTC(2026, 0, 5, 9);

/**
 * Real time by hand: it goes on from timer to timer, and only while somebody drives it. A world in it does the same every time, once all code that it
 * loads late is loaded.
 */
export class HandHost implements Host {
  nowMs = 0;
  readonly timers: { atMs: number; callback: () => void }[] = [];
  readonly #base: Pick<Host, 'turn' | 'compile' | 'asset'>;

  /** @param base what has a real event loop */
  constructor(base: Pick<Host, 'turn' | 'compile' | 'asset'>) {
    this.#base = base;
  }

  readonly monotonicMs = (): number => this.nowMs;
  readonly wallClockMs = (): number => BEGIN_MS + this.nowMs;
  readonly entropy = (): number => 1;
  /** Within the turn that is driven, so that a world has come to rest when that is over. */
  readonly turn = (): Promise<void> => Promise.resolve();
  readonly compile: Host['compile'] = (name) => this.#base.compile(name);
  readonly asset: Host['asset'] = (name) => this.#base.asset(name);
  readonly after = (ms: number, callback: () => void): (() => void) => {
    const timer = { atMs: this.nowMs + ms, callback };
    this.timers.push(timer);
    return () => this.#drop(timer);
  };

  /** In how many milliseconds the next timer is due. */
  get nextMs(): number | undefined {
    const next = this.#next();
    return next && next.atMs - this.nowMs;
  }

  #next() {
    return this.timers.reduce<(typeof this.timers)[0] | undefined>(
      (next, timer) => (next && next.atMs <= timer.atMs ? next : timer),
      undefined,
    );
  }

  #drop(timer: (typeof this.timers)[0]): void {
    const index = this.timers.indexOf(timer);
    if (index >= 0) this.timers.splice(index, 1);
  }

  /** Lets so much time pass. */
  async pass(ms: number): Promise<void> {
    const untilMs = this.nowMs + ms;
    for (;;) {
      await this.#base.turn();
      const timer = this.#next();
      if (!timer || timer.atMs > untilMs) break;
      this.#drop(timer);
      this.nowMs = Math.max(this.nowMs, timer.atMs);
      timer.callback();
    }
    this.nowMs = untilMs;
  }

  /** Lets time pass until this is settled. @throws NeverCame when so much has passed */
  async drive<T>(promise: Promise<T>, withinMs: number): Promise<T> {
    let isSettled = false;
    const settle = (): void => void (isSettled = true);
    promise.then(settle, settle);
    for (const untilMs = this.nowMs + withinMs; ;) {
      await this.#base.turn();
      if (isSettled) return promise;
      const nextMs = this.nextMs;
      if (nextMs === undefined || this.nowMs + nextMs > untilMs) throw new NeverCame();
      await this.pass(nextMs);
    }
  }
}
