import type { AnyQuery } from '../handover.ts';
import type { Machine } from '../machine.ts';
import { FIRST_MACHINE } from '../mirror.ts';
import type { FromWorld } from '../protocol.ts';
import type { WorldSnapshot } from '../saved-world.ts';
import type { Edit } from '../timeline/edit-label.ts';
import { QUERY_HANDLERS, WITHOUT_MACHINE } from './handlers.ts';
import type { Queries, QueryName } from './queries.ts';
import { QueryRefused, type QueryContext } from './query.ts';

/** Queries by which the page changes files. */
const EDITS = new Set<QueryName>(['writeFile', 'deleteFile', 'renameFile', 'createFolder', 'putFiles']);
/** An edit is confirmed when it is stored; a storage that takes longer than this keeps nobody waiting. */
const MOST_WAIT_MS = 2000;

export interface QueryDeskOptions {
  readonly context: () => Omit<QueryContext, 'whenCancelled'>;
  readonly machine: () => Machine;
  /** Whether the first machine has power. */
  readonly isOn: () => boolean;
  /** To the page, also after the world has ended: what was asked is answered. */
  readonly post: (message: FromWorld) => void;
  readonly report: (error: unknown, where: string) => void;
  /** The handler of a query has its answer. */
  readonly answered: (query: QueryName) => void;
  /** An edit changed files. */
  readonly edited: (edit: Edit, before: WorldSnapshot, after: WorldSnapshot) => void;
  readonly after: (ms: number, callback: () => void) => () => void;
}

interface OpenQuery {
  readonly message: AnyQuery;
  cancelled?: () => void;
}

/** Answers what the page asks, each query in a task of the world. */
export class QueryDesk {
  readonly #options: QueryDeskOptions;
  readonly #open = new Map<number, OpenQuery>();
  #isClosed = false;

  constructor(options: QueryDeskOptions) {
    this.#options = options;
  }

  ask(message: AnyQuery): void {
    this.#open.set(message.id, { message });
    if (message.query === 'save') return this.#save(message.id, message.parameters);
    this.#answer(message.id, message.query, message.parameters);
  }

  /** Waits for nobody's turn: also a world that stands still is saved. */
  #save(id: number, parameters: Queries['save']['parameters']): void {
    const answer = Promise.resolve(QUERY_HANDLERS.save(this.#contextOf(id), parameters));
    void answer.then((saved) => this.#settle(id, { kind: 'answer', id, query: 'save', answer: saved }));
  }

  /** What was asked of a world that went to another point of its timeline; a request to an app met its end with the app. */
  askAgain(message: AnyQuery): void {
    if (message.query !== 'httpRequest') return this.ask(message);
    const answer = {
      failed: 'reset' as const,
      message: 'The machine went to another point of its timeline.',
    };
    this.#options.post({ kind: 'answer', id: message.id, query: message.query, answer });
  }

  /** Nobody wants to know any more. */
  cancel(id: number): void {
    const { cancelled } = this.#open.get(id) ?? {};
    this.#open.delete(id);
    cancelled?.();
  }

  #contextOf(id: number): QueryContext {
    const whenCancelled = (callback: () => void): void => {
      const open = this.#open.get(id);
      if (open) open.cancelled = callback;
      else callback();
    };
    return { ...this.#options.context(), whenCancelled };
  }

  /** Answers nothing more. @returns what is not answered yet */
  close(): AnyQuery[] {
    this.#isClosed = true;
    return [...this.#open.values()].map(({ message }) => message);
  }

  #answer<Q extends QueryName>(id: number, query: Q, parameters: Queries[Q]['parameters']): void {
    const { machine, isOn, report } = this.#options;
    const asked = this.#contextOf(id);
    const edit = EDITS.has(query) ? ({ kind: 'query', id, query, parameters } as Edit) : undefined;
    machine().kernel.task(`query ${query}`, async () => {
      let before: WorldSnapshot | undefined;
      try {
        if (!WITHOUT_MACHINE.has(query) && !isOn())
          throw new QueryRefused(`${FIRST_MACHINE} is switched off.`);
        before = edit && asked.snapshot();
        const answer = await QUERY_HANDLERS[query](asked, parameters);
        this.#options.answered(query);
        if (edit && before) this.#options.edited(edit, before, asked.snapshot());
        this.#settle(id, { kind: 'answer', id, query, answer } as FromWorld, edit && asked.save());
      } catch (error) {
        // It may have come half way: that can be undone too.
        const now = before && asked.snapshot();
        if (edit && before && now && now.hostTree !== before.hostTree)
          this.#options.edited(edit, before, now);
        const refused = error instanceof QueryRefused;
        const message = refused ? error.message : 'Something went wrong inside of Drydock.';
        this.#settle(id, { kind: 'refused', id, message });
        if (!refused) report(error, `query ${query}`);
      }
    });
  }

  /** What is done is not done again in another world; the page hears of it once it is `stored`. */
  #settle(id: number, message: FromWorld, stored?: Promise<unknown>): void {
    if (this.#isClosed || !this.#open.delete(id)) return;
    const { post, after } = this.#options;
    if (!stored) return post(message);
    let isTold = false;
    const tell = (): void => {
      if (!isTold) post(message);
      isTold = true;
      cancel();
    };
    const cancel = after(MOST_WAIT_MS, tell);
    stored.then(tell, tell);
  }
}
