import type { ContainerSummary } from '../../../api/container-types.ts';
import { ApiError } from '../../../api/api-error.ts';
import type { LogOptions } from '../../../api/engine-api.ts';
import type { EventMessage } from '../../../api/system-types.ts';
import type { Task } from '../../../kernel/scheduler.ts';
import { observe } from '../converge/observe.ts';
import { LABEL } from '../labels.ts';
import { logName } from '../names.ts';
import { startThread } from '../parallel.ts';
import type { Session } from '../session.ts';
import type { LogPrinter } from './log-printer.ts';

/** A container has ended; what it has written is shown by then, unless it is started again. */
export interface ContainerEnd {
  readonly container: ContainerSummary;
  readonly code: number;
  readonly restarting: boolean;
}

export interface FollowOptions {
  readonly project: string;
  /** Those whose containers count. */
  readonly services: readonly string[];
  /** Of whose logs is shown, from when a container starts on. */
  readonly log: Pick<LogOptions, 'until' | 'tail'>;
  isShown(container: ContainerSummary): boolean;
  onEnd(end: ContainerEnd): void;
  onFailure(error: unknown): void;
}

/** Shows what the containers of a project write while they run, also those that start later or again. @see docker/compose v2.36.2 pkg/compose/start.go watchContainers */
export class ContainerFollower {
  readonly #session: Session;
  readonly #printer: LogPrinter;
  readonly #options: FollowOptions;
  /** Those that have not ended, by ID. */
  readonly #running = new Map<string, ContainerSummary>();
  readonly #logs = new Map<string, Task<unknown>>();

  constructor(session: Session, printer: LogPrinter, options: FollowOptions) {
    this.#session = session;
    this.#printer = printer;
    this.#options = options;
  }

  get isIdle(): boolean {
    return this.#running.size === 0;
  }

  /** Follows these, which run, and all that start from now on. */
  begin(containers: readonly ContainerSummary[], log: Partial<LogOptions>): void {
    for (const container of containers) this.#follow(container, log);
    const since = String(this.#session.proc.now() / 1000);
    this.#thread('events', () => this.#watchEvents(since));
  }

  #thread(name: string, body: () => Promise<void>): void {
    startThread(this.#session.proc, name, async () => {
      try {
        await body();
      } catch (error) {
        this.#options.onFailure(error);
        throw error;
      }
    });
  }

  async #watchEvents(since: string): Promise<void> {
    const label = [`${LABEL.project}=${this.#options.project}`, `${LABEL.oneOff}=False`];
    const filters = { type: ['container'], event: ['start', 'die'], label };
    for await (const event of this.#session.engine.SystemEvents({ since, filters })) {
      const container = this.#running.get(event.Actor.ID) ?? (await this.#find(event));
      if (!container) continue;
      if (event.Action === 'start')
        this.#follow(container, { ...this.#options.log, since: startedAt(event) });
      else this.#thread('end', () => this.#died(container, Number(event.Actor.Attributes['exitCode'] ?? 0)));
    }
  }

  async #find({ Actor }: EventMessage): Promise<ContainerSummary | undefined> {
    const { project, services } = this.#options;
    const all = await observe(this.#session.engine, project, { all: true, oneOff: 'exclude', services });
    return all.find(({ Id }) => Id === Actor.ID);
  }

  /** One that is started again by the daemon goes on with the log that it has. */
  #follow(container: ContainerSummary, log: Partial<LogOptions>): void {
    if (this.#running.has(container.Id)) return;
    this.#running.set(container.Id, container);
    if (!this.#options.isShown(container)) return;
    this.#printer.register(container);
    const task = startThread(this.#session.proc, `log of ${logName(container)}`, () =>
      this.#printer.follow(this.#session, container, { ...log, follow: true }),
    );
    this.#logs.set(container.Id, task);
  }

  async #died(container: ContainerSummary, code: number): Promise<void> {
    const restarting = await this.#isRestarting(container);
    if (!restarting) {
      await this.#logs.get(container.Id)?.join();
      this.#running.delete(container.Id);
    }
    this.#options.onEnd({ container, code, restarting });
  }

  async #isRestarting({ Id }: ContainerSummary): Promise<boolean> {
    try {
      const { State } = await this.#session.engine.ContainerInspect(Id);
      return State.Restarting || State.Running;
    } catch (error) {
      if (error instanceof ApiError) return false;
      throw error;
    }
  }
}

/** `web-1 exited with code 0`, in the words of its container. @see docker/compose v2.36.2 pkg/compose/printer.go */
export function endWords({ code, restarting }: ContainerEnd): string {
  return `exited with code ${code}${restarting ? ' (restarting)' : ''}`;
}

/** As `since` of a log takes it. */
function startedAt({ timeNano }: EventMessage): string {
  const text = String(timeNano);
  return `${text.slice(0, -9)}.${text.slice(-9)}`;
}
