import { ApiError } from '../../../api/api-error.ts';
import { joinPath } from '../../../kernel/files/path.ts';
import { isSysError } from '../../../kernel/errno.ts';
import { parseDockerignore } from '../../build/dockerignore.ts';
import { CliError } from '../../cli-error.ts';
import { messageOf } from '../../commands/collect-errors.ts';
import { runExec } from '../../commands/container/run-exec.ts';
import { logWarning } from '../../log-warning.ts';
import { buildServices } from '../converge/build-services.ts';
import { createProject } from '../converge/create-project.ts';
import { ensureImages } from '../converge/ensure-images.ts';
import { observe } from '../converge/observe.ts';
import { restartServices, withDependents } from '../converge/restart-services.ts';
import { hookRequest } from '../converge/run-hook.ts';
import { startServices } from '../converge/start-services.ts';
import { LABEL } from '../labels.ts';
import type { Hook } from '../project-parts.ts';
import type { Project } from '../project.ts';
import { SILENT, underProgress, type Session } from '../session.ts';
import { planBatch } from './plan-batch.ts';
import { syncFiles, type PathMapping } from './sync-files.ts';
import { TreeWatcher } from './tree-watcher.ts';
import { watched, watchRules, type WatchRule } from './watch-rules.ts';

/** For so long nothing may change before what has is looked at. @see docker/compose v2.36.2 pkg/watch/debounce.go */
const QUIET_MS = 500;

export interface WatchOptions {
  /** Images that lose their name to a new one are removed. */
  readonly prune: boolean;
  readonly quiet: boolean;
  /** Told what happens, a line each. */
  log(line: string): Promise<void>;
  /** Something has changed, and nobody is seeing to it: `settle` should. Must not wait. */
  onChange(): void;
}

/** Brings what changes in the folders of a project into its containers. @see docker/compose v2.36.2 pkg/compose/watch.go */
export class WatchSession {
  readonly #session: Session;
  readonly #project: Project;
  readonly #options: WatchOptions;
  readonly #rules: readonly WatchRule[];
  readonly #watcher: TreeWatcher;
  #isDirty = false;
  #isBusy = false;

  /** @throws CliError where there is nothing to watch, or what can't be */
  constructor(session: Session, project: Project, options: WatchOptions) {
    const { files } = session.proc;
    this.#session = session;
    this.#project = project;
    this.#options = options;
    this.#rules = watchRules(project, (context) => {
      const path = joinPath(context, '.dockerignore');
      return files.exists(path) ? parseDockerignore(files.readText(path)) : [];
    });
    const roots = Object.values(project.services).flatMap((service) =>
      watched(service).map(({ path }) => path),
    );
    if (roots.length === 0)
      throw new CliError(
        "none of the selected services is configured for watch, consider setting a 'develop' section",
      );
    this.#watcher = new TreeWatcher(session.proc, roots, () => {
      this.#isDirty = true;
      if (!this.#isBusy) options.onChange();
    });
  }

  /** Something is being done: containers may be gone for a moment. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  async begin(): Promise<void> {
    for (const [service, { develop }] of Object.entries(this.#project.services)) {
      const initial = (develop?.watch ?? []).filter(
        ({ initial_sync, action }) => initial_sync && action.startsWith('sync'),
      );
      const rules = this.#rules.filter(({ trigger }) => initial.includes(trigger));
      const mappings = rules.flatMap((rule) => this.#filesOf(rule));
      if (mappings.length > 0) await this.#sync(service, mappings);
    }
    await this.#options.log('Watch enabled');
  }

  close(): void {
    this.#watcher.close();
  }

  /** Waits until nothing changes any more, and does what the rules say to what has. What fails is told, and forgotten. */
  async settle(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      while (this.#isDirty) {
        this.#isDirty = false;
        await this.#session.proc.sleep(QUIET_MS);
        if (!this.#isDirty) await this.#handle(this.#watcher.look());
      }
    } finally {
      this.#isBusy = false;
    }
  }

  async #handle(paths: readonly string[]): Promise<void> {
    const { rebuild, sync, restart, exec } = planBatch(this.#rules, paths);
    try {
      if (rebuild.length > 0) await this.#rebuild(rebuild);
      for (const [service, mappings] of sync) {
        await this.#options.log(
          `Syncing service ${JSON.stringify(service)} after ${mappings.length} changes were detected`,
        );
        await this.#sync(service, mappings);
      }
      if (restart.length > 0) await this.#restart(restart);
      for (const { service, hook } of exec) await this.#exec(service, hook);
    } catch (error) {
      if (isSysError(error) || !(error instanceof ApiError || error instanceof CliError)) throw error;
      await logWarning(this.#session.proc, `Error handling changed files: ${messageOf(error)}`);
    }
  }

  async #sync(service: string, mappings: readonly PathMapping[]): Promise<void> {
    const containers = await observe(this.#session.engine, this.#project.name, {
      all: true,
      oneOff: 'exclude',
      services: [service],
    });
    await syncFiles(this.#session, containers, mappings);
  }

  /** Simplified: what the builder tells goes to stderr as it is. */
  async #rebuild(services: readonly string[]): Promise<void> {
    const { log, prune, quiet } = this.#options;
    const session = { ...this.#session, mode: 'plain' as const };
    const project = this.#project;
    await log(`Rebuilding service(s) ${quotedList(services)} after changes were detected...`);
    try {
      await buildServices(session, project, services, { quiet });
    } catch (error) {
      await log(`Build failed. Error: ${messageOf(error)}`);
      throw error;
    }
    if (prune)
      await session.engine.ImagePrune({ dangling: ['true'], label: [`${LABEL.project}=${project.name}`] });
    await log(`service(s) ${quotedList(services)} successfully built`);
    const images = await ensureImages(session, project, { build: false });
    const options = {
      services,
      recreate: 'force',
      recreateDependencies: 'never',
      removeOrphans: false,
      ignoreOrphans: true,
      inherit: true,
      assumeYes: true,
    } as const;
    await createProject(session, project, images, options, SILENT);
    await startServices(session, project, {}, SILENT);
  }

  async #restart(services: readonly string[]): Promise<void> {
    const session = this.#session;
    const project = this.#project;
    const containers = await observe(session.engine, project.name, { all: true, oneOff: 'exclude' });
    await underProgress(
      session,
      (report) =>
        restartServices(
          session,
          project,
          containers,
          { services: withDependents(project, services) },
          report,
        ),
      'Restarting',
    );
    await this.#options.log(`service(s) ${quotedList(services)} restarted`);
  }

  async #exec(service: string, hook: Hook): Promise<void> {
    const { proc, engine } = this.#session;
    const services = [service];
    const running = await observe(engine, this.#project.name, { all: false, oneOff: 'exclude', services });
    for (const { Id } of running)
      await runExec(proc, engine, Id, {
        detach: false,
        stdin: false,
        tty: false,
        request: hookRequest(hook),
      });
  }

  /** What a rule would sync had it just changed. */
  #filesOf(rule: WatchRule): PathMapping[] {
    const { files } = this.#session.proc;
    const below = (path: string): string[] =>
      files.lstatIfAny(path)?.type === 'directory'
        ? files.readDir(path).flatMap(({ name }) => below(joinPath(path, name)))
        : [path];
    return below(rule.trigger.path).flatMap((hostPath) => {
      const containerPath = rule.match(hostPath);
      return containerPath === undefined ? [] : [{ hostPath, containerPath }];
    });
  }
}

/** `["a" "b"]` */
function quotedList(names: readonly string[]): string {
  return `[${names.map((name) => JSON.stringify(name)).join(' ')}]`;
}
