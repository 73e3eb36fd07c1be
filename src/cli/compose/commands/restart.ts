import type { ComposeContext } from '../compose-command.ts';
import { observe } from '../converge/observe.ts';
import { restartServices, withDependents } from '../converge/restart-services.ts';
import { timeoutOf } from '../options/read-options.ts';
import { projectOfContainers, projectOrName } from '../project-or-name.ts';
import { openSession, underProgress } from '../session.ts';

/** Stops and starts the same containers again. @see docker/compose v2.36.2 pkg/compose/restart.go */
export async function runRestart(context: ComposeContext): Promise<number> {
  const { args, flags } = context;
  const { name, project: known } = await projectOrName(context, []);
  const session = await openSession(context);
  const containers = await observe(session.engine, name, { all: true, oneOff: 'exclude' });
  const project = known ?? projectOfContainers(name, containers);
  const services = flags.bool('no-deps') ? args : withDependents(project, args);
  const timeout = timeoutOf(flags);
  const options = { services, ...(timeout === undefined ? {} : { timeout }) };
  await underProgress(
    session,
    (report) => restartServices(session, project, containers, options, report),
    'Restarting',
  );
  return 0;
}
