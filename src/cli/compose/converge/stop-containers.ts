import { ApiError } from '../../../api/api-error.ts';
import type { ContainerSummary } from '../../../api/container-types.ts';
import { progressName, serviceOf } from '../names.ts';
import { inParallel } from '../parallel.ts';
import { done, failed, working, type Report } from '../progress/progress-event.ts';
import type { Project } from '../project.ts';
import type { Session } from '../session.ts';
import { runHook, type HookOutput } from './run-hook.ts';

export interface StopOptions {
  /** Seconds until it is killed; what the container says unless given. */
  readonly timeout?: number;
  /** Whose hooks are run first. */
  readonly project?: Project;
  readonly onOutput?: HookOutput;
}

/** Stops containers, all at once. @throws ApiError, CliError where a hook fails @see docker/compose v2.36.2 pkg/compose/down.go stopContainers */
export async function stopContainers(
  session: Session,
  containers: readonly ContainerSummary[],
  options: StopOptions,
  report: Report,
): Promise<void> {
  await inParallel(session.proc, containers, (container) =>
    stopContainer(session, container, options, report),
  );
}

async function stopContainer(
  session: Session,
  container: ContainerSummary,
  { timeout, project, onOutput }: StopOptions,
  report: Report,
): Promise<void> {
  const id = progressName(container);
  await report(working(id, 'Stopping'));
  const hooks = project?.services[serviceOf(container)]?.pre_stop ?? [];
  if (container.State === 'running')
    for (const hook of hooks) await runHook(session, container, hook, onOutput);
  try {
    await session.engine.ContainerStop(container.Id, timeout === undefined ? {} : { t: timeout });
  } catch (error) {
    await report(failed(id, 'Error while Stopping'));
    throw error;
  }
  await report(done(id, 'Stopped'));
}

/** Stops containers and removes them. */
export async function removeContainers(
  session: Session,
  containers: readonly ContainerSummary[],
  options: StopOptions & { readonly volumes?: boolean },
  report: Report,
): Promise<void> {
  await inParallel(session.proc, containers, async (container) => {
    await stopContainer(session, container, options, report);
    const id = progressName(container);
    await report(working(id, 'Removing'));
    try {
      await session.engine.ContainerDelete(container.Id, { force: true, v: options.volumes ?? false });
    } catch (error) {
      const isGone = error instanceof ApiError && (error.kind === 'notFound' || error.kind === 'conflict');
      if (!isGone) {
        await report(failed(id, 'Error while Removing'));
        throw error;
      }
    }
    await report(done(id, 'Removed'));
  });
}
