import type { ContainerSummary } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import { progressName, scaleOf } from '../names.ts';
import { done, working, type Report } from '../progress/progress-event.ts';
import type { Project } from '../project.ts';
import type { Session } from '../session.ts';
import { inDependencyOrder } from './dependency-order.ts';
import { byService, observe } from './observe.ts';
import { runHook, type HookOutput } from './run-hook.ts';
import { waitDependencies, type Awaited } from './wait-dependencies.ts';

export interface StartOptions {
  readonly onOutput?: HookOutput;
  /** `--wait`: until all run or are healthy, at most so many milliseconds. */
  readonly wait?: { readonly limitMs?: number };
  /** Starting is given up. */
  readonly isCancelled?: () => boolean;
}

/**
 * Starts the containers of a project's services, each service after what it depends on.
 * @throws ApiError, CliError where one can't be started or what it needs fails
 * @see docker/compose v2.36.2 pkg/compose/start.go
 */
export async function startServices(
  session: Session,
  project: Project,
  options: StartOptions,
  report: Report,
): Promise<void> {
  const observed = await observe(session.engine, project.name, { all: true, oneOff: 'exclude' });
  const containers = byService(observed);
  const isCancelled = options.isCancelled ?? ((): boolean => false);
  await inDependencyOrder(session.proc, project.services, (name, hasFailed) =>
    startService(session, project, name, containers, () => hasFailed() || isCancelled(), options, report),
  );
  if (options.wait) await waitForAll(session, project, options.wait, report);
}

async function startService(
  session: Session,
  project: Project,
  name: string,
  containers: ReadonlyMap<string, readonly ContainerSummary[]>,
  isOver: () => boolean,
  { onOutput }: StartOptions,
  report: Report,
): Promise<void> {
  const service = project.services[name];
  if (!service || service.deploy?.replicas === 0) return;
  await waitDependencies(session, name, service.depends_on ?? {}, { project, containers, isOver }, report);
  if (isOver()) return;
  const own = containers.get(name) ?? [];
  if (own.length === 0 && scaleOf(service) > 0)
    throw new CliError(`service ${JSON.stringify(name)} has no container to start`);
  for (const container of own.filter(({ State }) => State !== 'running')) {
    await report(working(progressName(container), 'Starting'));
    await session.engine.ContainerStart(container.Id);
    for (const hook of service.post_start ?? []) await runHook(session, container, hook, onOutput);
    await report(done(progressName(container), 'Started'));
  }
}

/** A service that others wait for to complete need not run. @see docker/compose v2.36.2 pkg/compose/start.go */
async function waitForAll(
  session: Session,
  project: Project,
  { limitMs }: NonNullable<StartOptions['wait']>,
  report: Report,
): Promise<void> {
  const services = Object.values(project.services);
  const awaited = Object.keys(project.services).map((name): [string, Awaited] => {
    const condition = services.some(
      ({ depends_on }) => depends_on?.[name]?.condition === 'service_completed_successfully',
    )
      ? 'service_completed_successfully'
      : 'running_or_healthy';
    return [name, { condition, required: true }];
  });
  const observed = await observe(session.engine, project.name, { all: true, oneOff: 'exclude' });
  const deadline = limitMs === undefined ? undefined : session.proc.now() + limitMs;
  const isOver = (): boolean => deadline !== undefined && session.proc.now() >= deadline;
  const context = { project, containers: byService(observed), isOver };
  await waitDependencies(session, project.name, Object.fromEntries(awaited), context, report);
  if (isOver()) throw new CliError(`application not healthy after ${(limitMs ?? 0) / 1000}s`);
}
