import { toBytes, toText } from '../../lib/bytes.ts';
import type { Host } from '../../host/host.ts';
import type { PointRecord, TimelineRecord, WorldChange } from '../mirror.ts';
import type { FromWorld, ToWorld } from '../protocol.ts';
import type { Queries, QueryName, TravelPlan, TravelTo } from '../queries/queries.ts';
import type { RunningWorld } from '../running-world.ts';
import { serveWorld } from '../serve-world.ts';
import { MemoryStorage } from './memory-storage.ts';

const TERMINAL = 'terminal-1';
const SIZE = { columns: 400, rows: 40 };
const ESCAPES = /\x1b(\[[\d;?]*[A-Za-z]|[>=])/g;
/** Virtual seconds a second: what a test waits for comes at once. */
const SPEED = 100;

/** A page without a screen: what it asks of a served world, and what it is told. */
export class TestPage {
  readonly #send: (message: ToWorld) => void;
  readonly #records = new Map<string, WorldChange>();
  readonly #output = new Map<string, string>();
  readonly #waiting = new Set<() => void>();
  readonly messages: FromWorld[] = [];
  readonly #onError: (report: string) => void;
  /** The world behind the page. */
  readonly served: () => RunningWorld | undefined;
  #nextId = 1;

  /** Opens a world of its own and waits for the first prompt. */
  static async open(host: Host, storage = new MemoryStorage()): Promise<TestPage> {
    const page = await TestPage.begin(host, storage);
    await page.openTerminal(TERMINAL);
    return page;
  }

  /** The same without a terminal. @param onError hears of bugs of ours; they are thrown unless given */
  static async begin(
    host: Host,
    storage: MemoryStorage,
    onError: (report: string) => void = raise,
  ): Promise<TestPage> {
    const page = new TestPage(host, storage, onError);
    page.send({ kind: 'start', seed: 1, restore: true, speed: SPEED, epoch: 0 });
    await page.until(() => page.messages.some(({ kind }) => kind === 'ready'));
    return page;
  }

  private constructor(host: Host, storage: MemoryStorage, onError: (report: string) => void) {
    let send: ((message: ToWorld) => void) | undefined;
    this.#onError = onError;
    this.served = serveWorld(
      { post: (message) => this.#receive(message), listen: (handler) => (send = handler) },
      host,
      storage,
      () => Promise.resolve(undefined),
    );
    this.#send = (message) => send?.(message);
  }

  send(message: ToWorld): void {
    this.#send(message);
  }

  #receive(message: FromWorld): void {
    this.messages.push(message);
    if (message.kind === 'error') this.#onError(message.error.report);
    if (message.kind === 'terminal.output') {
      const before = this.#output.get(message.terminal) ?? '';
      this.#output.set(message.terminal, before + toText(message.data));
      const { terminal, data } = message;
      // As messages come: never while the world is still about to say something.
      void Promise.resolve().then(() => this.send({ kind: 'terminal.drawn', terminal, bytes: data.length }));
    }
    if (message.kind === 'changes')
      for (const change of message.changes) {
        const key = `${change.kind}/${change.id}`;
        if (change.value === undefined) this.#records.delete(key);
        else this.#records.set(key, change);
      }
    for (const look of [...this.#waiting]) look();
  }

  /** Resolves once this holds; looks at each message. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  values<K extends WorldChange['kind']>(kind: K): NonNullable<Extract<WorldChange, { kind: K }>['value']>[] {
    return [...this.#records.values()].flatMap((change) =>
      change.kind === kind && change.value ? [change.value as never] : [],
    );
  }

  get points(): PointRecord[] {
    return this.values('point');
  }

  get timeline(): TimelineRecord | undefined {
    return this.values('timeline')[0];
  }

  async openTerminal(terminal: string, machine?: string): Promise<void> {
    this.send({ kind: 'terminal.open', terminal, ...SIZE, ...(machine ? { machine } : {}) });
    await this.until(() => this.isAtPrompt(terminal));
  }

  /** Its shell waits for a line, and its prompt is drawn. */
  isAtPrompt(terminal: string): boolean {
    const isWaiting = this.values('terminal').some(({ id, atPrompt }) => id === terminal && atPrompt);
    return isWaiting && /# \r?$/.test(this.shown(terminal));
  }

  type(text: string, terminal = TERMINAL): void {
    this.send({ kind: 'terminal.input', terminal, data: toBytes(text) });
  }

  /** Types a command and waits until its point is in the timeline. What the terminal showed meanwhile. */
  async run(command: string, terminal = TERMINAL): Promise<string> {
    const [shown, points] = [this.shown(terminal).length, this.points.length];
    this.type(`${command}\r`, terminal);
    const printed = (): string => this.shown(terminal).slice(shown);
    await this.until(
      () => this.points.length > points && printed().includes('\n') && this.isAtPrompt(terminal),
    );
    return printed();
  }

  /** How often something of this kind was told. */
  count(kind: FromWorld['kind']): number {
    return this.messages.filter((message) => message.kind === kind).length;
  }

  /** All that the terminal showed, without colours and moves of the cursor. */
  shown(terminal = TERMINAL): string {
    return (this.#output.get(terminal) ?? '').replace(ESCAPES, '');
  }

  async query<Q extends QueryName>(
    query: Q,
    parameters: Queries[Q]['parameters'],
  ): Promise<Queries[Q]['answer']> {
    const id = this.#nextId++;
    this.send({ kind: 'query', id, query, parameters } as ToWorld);
    const isAnswer = (message: FromWorld): boolean =>
      (message.kind === 'answer' || message.kind === 'refused') && message.id === id;
    await this.until(() => this.messages.some(isAnswer));
    const answer = this.messages.find(isAnswer);
    if (answer?.kind === 'answer') return answer.answer as never;
    throw new Error(answer?.kind === 'refused' ? answer.message : 'no answer');
  }

  plan(to: TravelTo, terminal = TERMINAL): Promise<TravelPlan> {
    return this.query('travelPlan', { to, terminal });
  }

  /** Goes there and waits for the new shells' prompts. */
  async travel(to: TravelTo): Promise<Extract<FromWorld, { kind: 'travelled' }>> {
    const before = this.messages.length;
    this.send({ kind: 'travel', to });
    const find = (): FromWorld | undefined =>
      this.messages.slice(before).find(({ kind }) => kind === 'travelled');
    const isPrompt = (message: FromWorld): boolean =>
      message.kind === 'changes' &&
      message.changes.some(
        ({ kind, id, value }) => kind === 'terminal' && id === TERMINAL && value?.atPrompt,
      );
    await this.until(() => find() !== undefined && this.messages.slice(before).some(isPrompt));
    await this.until(() => this.isAtPrompt(TERMINAL));
    return find() as Extract<FromWorld, { kind: 'travelled' }>;
  }
}

function raise(report: string): never {
  throw new Error(report);
}
