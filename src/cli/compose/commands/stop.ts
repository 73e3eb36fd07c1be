import type { ComposeContext } from '../compose-command.ts';
import { inDependencyOrder } from '../converge/dependency-order.ts';
import { observe } from '../converge/observe.ts';
import { stopContainers } from '../converge/stop-containers.ts';
import { serviceOf } from '../names.ts';
import { timeoutOf } from '../options/read-options.ts';
import type { Report } from '../progress/progress-event.ts';
import { projectOfContainers, projectOrName, type NamedProject } from '../project-or-name.ts';
import { openSession, underProgress, type Session } from '../session.ts';

/** Stops the containers of services, those that depend on others first. @see docker/compose v2.36.2 pkg/compose/stop.go */
export async function runStop(context: ComposeContext): Promise<number> {
  const { args, flags } = context;
  const named = await projectOrName(context, args);
  const session = await openSession(context);
  const timeout = timeoutOf(flags);
  await underProgress(session, (report) => stopServices(session, named, args, timeout, report), 'Stopping');
  return 0;
}

export async function stopServices(
  session: Session,
  { name, project: known }: NamedProject,
  services: readonly string[],
  timeout: number | undefined,
  report: Report,
): Promise<void> {
  const containers = await observe(session.engine, name, { all: true, oneOff: 'exclude' });
  const project = known ?? projectOfContainers(name, containers);
  await inDependencyOrder(
    session.proc,
    project.services,
    async (service) => {
      if (services.length > 0 && !services.includes(service)) return;
      const own = containers.filter((container) => serviceOf(container) === service);
      await stopContainers(session, own, { project, ...(timeout === undefined ? {} : { timeout }) }, report);
    },
    true,
  );
}
