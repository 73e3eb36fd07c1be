import type { ContainerSummary } from '../../../api/container-types.ts';
import { CANCELED_STATUS } from '../canceled-status.ts';
import type { ComposeContext } from '../compose-command.ts';
import { observe } from '../converge/observe.ts';
import { startServices } from '../converge/start-services.ts';
import { stopContainers } from '../converge/stop-containers.ts';
import { inDependencyOrder } from '../converge/dependency-order.ts';
import { Mailbox } from '../mailbox.ts';
import { logName, serviceOf } from '../names.ts';
import { startThread } from '../parallel.ts';
import type { Report } from '../progress/progress-event.ts';
import type { Project } from '../project.ts';
import { SILENT, underProgress, type Session } from '../session.ts';
import { WatchSession } from '../watch/watch-session.ts';
import { ContainerFollower, endWords, type ContainerEnd } from './container-follower.ts';
import { hasColours, LogPrinter } from './log-printer.ts';

export interface AttachOptions {
  readonly attachTo: readonly string[];
  /** All are stopped when one ends, or when one fails. */
  readonly cascade: 'stop' | 'fail' | undefined;
  /** Whose exit code is ours. */
  readonly exitCodeFrom: string;
  readonly timeout?: number;
  /** `--watch` */
  readonly watch: boolean;
}

type News =
  | { readonly kind: 'started' | 'stopped' | 'interrupt' | 'changed' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | (ContainerEnd & { readonly kind: 'exit' });

/**
 * Starts a project and shows what its containers write, until all have ended or somebody interrupts; then what runs is stopped.
 * @returns the exit status
 * @throws ApiError, CliError where a service can't be started
 * @see docker/compose v2.36.2 pkg/compose/up.go, pkg/compose/printer.go
 */
export async function runAttached(
  context: ComposeContext,
  session: Session,
  project: Project,
  options: AttachOptions,
): Promise<number> {
  const run = new AttachedRun(context, session, project, options);
  await run.begin();
  return run.untilDone();
}

class AttachedRun {
  readonly #session: Session;
  readonly #project: Project;
  readonly #options: AttachOptions;
  readonly #printer: LogPrinter;
  readonly #news: Mailbox<News>;
  readonly #follower: ContainerFollower;
  #watch: WatchSession | undefined;
  #isStarted = false;
  #isAborting = false;
  #isInterrupted = false;
  #exitCode = 0;
  #exitCodeFrom: string;

  constructor(
    { proc, root, flags }: ComposeContext,
    session: Session,
    project: Project,
    options: AttachOptions,
  ) {
    this.#session = session;
    this.#project = project;
    this.#options = options;
    this.#exitCodeFrom = options.exitCodeFrom;
    this.#news = new Mailbox(proc);
    this.#printer = new LogPrinter(proc, {
      colour: hasColours(proc, root, flags),
      prefix: !flags.bool('no-log-prefix'),
      timestamps: flags.bool('timestamps'),
    });
    this.#follower = new ContainerFollower(session, this.#printer, {
      project: project.name,
      services: Object.keys(project.services),
      log: {},
      isShown: (container) => this.#isShown(container),
      onEnd: (end) => this.#news.push({ kind: 'exit', ...end }),
      onFailure: (error) => this.#news.push({ kind: 'failed', error }),
    });
  }

  async begin(): Promise<void> {
    const { proc } = this.#session;
    const containers = await this.#containers();
    const shown = containers.filter((container) => this.#isShown(container));
    for (const container of shown) this.#printer.register(container);
    await proc.out(`Attaching to ${shown.map(logName).sort().join(', ')}\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      proc.onSignal(signal, () => this.#news.push({ kind: 'interrupt' }));
    this.#follower.begin(
      containers.filter(({ State }) => State === 'running'),
      { since: String(proc.now() / 1000) },
    );
    this.#thread('start', async () => {
      await startServices(
        this.#session,
        this.#project,
        {
          isCancelled: () => this.#isAborting,
          onOutput: (container, text) => this.#printer.print(`${logName(container)} ->`, 'stdout', text),
        },
        SILENT,
      );
      this.#news.push({ kind: 'started' });
    });
  }

  async untilDone(): Promise<number> {
    for (;;) {
      const news = await this.#news.next();
      if (news.kind === 'failed') throw news.error;
      if (news.kind === 'interrupt') await this.#interrupt();
      if (news.kind === 'started') await this.#started();
      if (news.kind === 'changed') this.#thread('watch', async () => this.#watch?.settle());
      if (news.kind === 'exit') await this.#ended(news);
      if (news.kind === 'stopped' || this.#isOver())
        return this.#isInterrupted ? CANCELED_STATUS : this.#exitCode;
    }
  }

  /** All have ended, and nobody is about to start one. */
  #isOver(): boolean {
    if (!this.#isStarted || this.#isAborting || this.#watch?.isBusy) return false;
    return this.#follower.isIdle && this.#news.isEmpty;
  }

  async #started(): Promise<void> {
    this.#isStarted = true;
    if (!this.#options.watch) return;
    this.#watch = new WatchSession(this.#session, this.#project, {
      prune: false,
      quiet: false,
      log: (line) => this.#printer.watch(line),
      onChange: () => this.#news.push({ kind: 'changed' }),
    });
    await this.#watch.begin();
  }

  async #containers(): Promise<ContainerSummary[]> {
    const { engine } = this.#session;
    const services = Object.keys(this.#project.services);
    return observe(engine, this.#project.name, { all: true, oneOff: 'exclude', services });
  }

  #isShown(container: ContainerSummary): boolean {
    return this.#options.attachTo.includes(serviceOf(container));
  }

  #thread(name: string, body: () => Promise<void>): void {
    startThread(this.#session.proc, name, async () => {
      try {
        await body();
      } catch (error) {
        this.#news.push({ kind: 'failed', error });
        throw error;
      }
    });
  }

  async #ended(end: ContainerEnd): Promise<void> {
    const { container, code, restarting } = end;
    const { cascade } = this.#options;
    if (this.#isShown(container) && !this.#isAborting)
      await this.#printer.status(logName(container), endWords(end));
    if (restarting || !cascade || (cascade === 'fail' && code === 0 && !this.#isAborting)) return;
    this.#exitCodeFrom ||= serviceOf(container);
    if (this.#exitCodeFrom === serviceOf(container)) this.#exitCode = code;
    if (this.#isAborting) return;
    await this.#session.proc.out(
      cascade === 'stop' ? 'Aborting on container exit...\n' : 'Aborting on container failure...\n',
    );
    this.#stopAll();
  }

  async #interrupt(): Promise<void> {
    this.#isInterrupted = true;
    if (this.#isAborting) {
      for (const { Id } of await this.#containers())
        await this.#session.engine.ContainerKill(Id).catch(() => undefined);
      return;
    }
    await this.#session.proc.out('Gracefully stopping... (press Ctrl+C again to force)\n');
    this.#stopAll();
  }

  /** Stops what runs, those that depend on others first. */
  #stopAll(): void {
    this.#isAborting = true;
    this.#watch?.close();
    const { proc } = this.#session;
    this.#thread('stop', async () => {
      await underProgress(this.#session, (report) => this.#stop(report), 'Stopping');
      // What they said last is shown before we go.
      while (!this.#follower.isIdle) await proc.sleep(1);
      this.#news.push({ kind: 'stopped' });
    });
  }

  async #stop(report: Report): Promise<void> {
    const { timeout } = this.#options;
    const containers = await this.#containers();
    await inDependencyOrder(
      this.#session.proc,
      this.#project.services,
      (name) =>
        stopContainers(
          this.#session,
          containers.filter((container) => serviceOf(container) === name),
          {
            project: this.#project,
            onOutput: (container, text) => this.#printer.print(`${logName(container)} ->`, 'stdout', text),
            ...(timeout === undefined ? {} : { timeout }),
          },
          report,
        ),
      true,
    );
  }
}
