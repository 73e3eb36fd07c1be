import type { ContainerSummary } from '../../../api/container-types.ts';
import { progressName, serviceOf } from '../names.ts';
import { inParallel } from '../parallel.ts';
import { done, working, type Report } from '../progress/progress-event.ts';
import type { Project } from '../project.ts';
import type { Session } from '../session.ts';
import { inDependencyOrder } from './dependency-order.ts';
import { runHook } from './run-hook.ts';

export interface RestartOptions {
  /** None means all. */
  readonly services: readonly string[];
  /** In seconds. */
  readonly timeout?: number;
}

/** Stops and starts the same containers again, in the order of their services. @throws ApiError, CliError @see docker/compose v2.36.2 pkg/compose/restart.go */
export async function restartServices(
  session: Session,
  project: Project,
  containers: readonly ContainerSummary[],
  { services, timeout }: RestartOptions,
  report: Report,
): Promise<void> {
  await inDependencyOrder(session.proc, project.services, async (service) => {
    if (services.length > 0 && !services.includes(service)) return;
    const own = containers.filter((container) => serviceOf(container) === service);
    const { pre_stop = [], post_start = [] } = project.services[service] ?? {};
    await inParallel(session.proc, own, async (container) => {
      if (container.State === 'running')
        for (const hook of pre_stop) await runHook(session, container, hook, undefined);
      await report(working(progressName(container), 'Restarting'));
      await session.engine.ContainerRestart(container.Id, timeout === undefined ? {} : { t: timeout });
      for (const hook of post_start) await runHook(session, container, hook, undefined);
      await report(done(progressName(container), 'Started'));
    });
  });
}

/** Those named, and those that want to be restarted with them. */
export function withDependents({ services }: Project, names: readonly string[]): string[] {
  const dependents = Object.entries(services).filter(([, { depends_on = {} }]) =>
    names.some((name) => depends_on[name]?.restart),
  );
  return [...names, ...dependents.map(([name]) => name)];
}
