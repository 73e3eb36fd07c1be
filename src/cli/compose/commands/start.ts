import { CliError } from '../../cli-error.ts';
import type { ComposeContext } from '../compose-command.ts';
import { observe } from '../converge/observe.ts';
import { startServices } from '../converge/start-services.ts';
import { waitOptions } from '../options/read-options.ts';
import { projectOfContainers, projectOrName } from '../project-or-name.ts';
import { withSelectedServices } from '../project/select-services.ts';
import { openSession, underProgress } from '../session.ts';

/** Starts containers that are there, with those that they depend on. @see docker/compose v2.36.2 pkg/compose/start.go */
export async function runStart(context: ComposeContext): Promise<number> {
  const { args, flags } = context;
  const named = await projectOrName(context, args);
  const session = await openSession(context);
  const containers = await observe(session.engine, named.name, { all: true, oneOff: 'exclude' });
  if (!named.project && containers.length === 0) throw new CliError(`no such project: ${named.name}`);
  const project = withSelectedServices(named.project ?? projectOfContainers(named.name, containers), args);
  await underProgress(session, (report) => startServices(session, project, waitOptions(flags), report));
  return 0;
}
