import type { WorldChange, WorldError } from '../world/mirror.ts';
import type { FromWorld, ToWorld } from '../world/protocol.ts';
import type { Queries, QueryName } from '../world/queries/queries.ts';
import type { WorldPort } from './world-port.ts';

/** What the connection tells; called in the order things came. */
export interface ConnectionEvents {
  ready(message: Extract<FromWorld, { kind: 'ready' }>): void;
  /** What was saved can't be read; no world was begun. */
  damaged(message: string): void;
  changes(changes: readonly WorldChange[]): void;
  terminalOutput(terminal: string, data: Uint8Array): void;
  terminalClosed(terminal: string): void;
  /** A program in a terminal waits for this file to be edited and closed. */
  editorOpen(id: number, path: string): void;
  /** The world is at another point of its timeline. */
  travelled(message: Extract<FromWorld, { kind: 'travelled' }>): void;
  /** Words to show beside the terminal. */
  notice(text: string): void;
  saved(atMs: number): void;
  saveFailed(problem: Omit<Extract<FromWorld, { kind: 'save.failed' }>, 'kind'>): void;
  error(error: WorldError): void;
  /** The world has said nothing for a while (true), or speaks again (false). */
  stalled(stalled: boolean): void;
}

/** The learner's request could not be answered as asked; the message is for the learner. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}

/** What a world tells of itself: of no use once another one was asked for. */
const OF_A_WORLD: ReadonlySet<FromWorld['kind']> = new Set([
  'terminal.output',
  'terminal.closed',
  'editor.open',
  'travelled',
  'notice',
  'changes',
  'saved',
]);

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

/** So long without a sign of life, while the page shows, and the learner is offered a restart. */
const SILENCE_MS = 5000;
/** A world that has yet to load is given more. */
const LOADING_MS = 30_000;
const LOOK_MS = 1000;

/** The page's end of the protocol: one world at a time, queries with answers, and a watch over its being alive. */
export class Connection {
  readonly #createPort: () => WorldPort;
  readonly #events: ConnectionEvents;
  readonly #waiting = new Map<number, Waiting>();
  #port: WorldPort | undefined;
  /** The world that was asked for and has not answered: what is told until then is of the one before. */
  #awaited: number | undefined;
  #nextId = 1;
  #lastSignMs = 0;
  #stalled = false;
  #watch: ReturnType<typeof setInterval> | undefined;

  constructor(createPort: () => WorldPort, events: ConnectionEvents) {
    this.#createPort = createPort;
    this.#events = events;
  }

  /** Begins a world, called by its number; the one before ends at once and its open queries are refused. */
  start(options: { restore: boolean; epoch: number; seed?: number; speed?: number }): void {
    this.end();
    this.#awaited = options.epoch;
    const port = this.#createPort();
    this.#port = port;
    port.listen(
      (message) => {
        if (this.#port === port) this.#receive(message);
      },
      (message) => {
        if (this.#port === port) this.#events.error({ message, report: message });
      },
    );
    port.post({ kind: 'start', speed: 1, ...options });
    this.#lastSignMs = performance.now() + LOADING_MS - SILENCE_MS;
    this.#watch = setInterval(() => this.#look(), LOOK_MS);
  }

  end(): void {
    clearInterval(this.#watch);
    this.#port?.end();
    this.#port = undefined;
    for (const { reject } of this.#waiting.values()) reject(new RefusedError('The machine was restarted.'));
    this.#waiting.clear();
    this.#setStalled(false);
  }

  /** Throws the world away; another one begins, of this number. */
  reset(epoch: number): void {
    this.#awaited = epoch;
    this.post({ kind: 'reset', epoch });
  }

  /** Sends a message that has no answer of its own. */
  post(message: ToWorld): void {
    this.#port?.post(message);
  }

  /** Asks the world. @throws RefusedError where it says no; the signal's reason when cancelled */
  query<Q extends QueryName>(
    query: Q,
    parameters: Queries[Q]['parameters'],
    signal?: AbortSignal,
  ): Promise<Queries[Q]['answer']> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (!this.#port) return reject(new RefusedError('No machine runs in this tab.'));
      this.#waiting.set(id, { resolve, reject });
      signal?.addEventListener('abort', () => {
        if (!this.#waiting.delete(id)) return;
        this.post({ kind: 'query.cancel', id });
        reject(signal.reason as Error);
      });
      this.post({ kind: 'query', id, query, parameters } as ToWorld);
    });
  }

  #receive(message: FromWorld): void {
    this.#signOfLife();
    if (message.kind === 'ready') {
      if (message.epoch !== this.#awaited) return;
      this.#awaited = undefined;
    }
    if (this.#awaited !== undefined && OF_A_WORLD.has(message.kind)) return;
    switch (message.kind) {
      case 'ready':
        return this.#events.ready(message);
      case 'damaged':
        return this.#events.damaged(message.message);
      case 'terminal.output':
        return this.#events.terminalOutput(message.terminal, message.data);
      case 'terminal.closed':
        return this.#events.terminalClosed(message.terminal);
      case 'editor.open':
        return this.#events.editorOpen(message.id, message.path);
      case 'travelled':
        return this.#events.travelled(message);
      case 'notice':
        return this.#events.notice(message.text);
      case 'changes':
        return this.#events.changes(message.changes);
      case 'answer':
        return this.#settle(message.id)?.resolve(message.answer as never);
      case 'refused':
        return this.#settle(message.id)?.reject(new RefusedError(message.message));
      case 'saved':
        return this.#events.saved(message.atMs);
      case 'save.failed':
        return this.#events.saveFailed(message);
      case 'error':
        return this.#events.error(message.error);
      case 'alive':
        return;
    }
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #signOfLife(): void {
    this.#lastSignMs = performance.now();
    this.#setStalled(false);
  }

  /** A hidden page's worker may be held back by the browser: silence counts only while the page shows. */
  #look(): void {
    const now = performance.now();
    if (document.visibilityState === 'hidden') this.#lastSignMs = Math.max(this.#lastSignMs, now);
    else if (now - this.#lastSignMs > SILENCE_MS) this.#setStalled(true);
  }

  #setStalled(stalled: boolean): void {
    if (this.#stalled === stalled) return;
    this.#stalled = stalled;
    this.#events.stalled(stalled);
  }
}
