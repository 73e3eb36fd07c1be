import type { ComposeContext } from '../compose-command.ts';
import { confirm } from '../confirm.ts';
import { observe } from '../converge/observe.ts';
import { canonicalName, progressName, serviceOf } from '../names.ts';
import { inParallel } from '../parallel.ts';
import { done, working } from '../progress/progress-event.ts';
import { projectOrName } from '../project-or-name.ts';
import { openSession, underProgress } from '../session.ts';
import { stopServices } from './stop.ts';

/** Removes containers that are stopped, after asking. @see docker/compose v2.36.2 pkg/compose/remove.go */
export async function runRemove(context: ComposeContext): Promise<number> {
  const { proc, args, flags } = context;
  const named = await projectOrName(context, args);
  const session = await openSession(context);
  if (flags.bool('stop'))
    await underProgress(
      session,
      (report) => stopServices(session, named, args, undefined, report),
      'Stopping',
    );
  const observed = await observe(session.engine, named.name, {
    all: true,
    oneOff: 'exclude',
    services: args,
  });
  const stopped = observed.filter(
    (container) =>
      !['running', 'paused', 'restarting'].includes(container.State) &&
      (!named.project || named.project.services[serviceOf(container)] !== undefined),
  );
  if (stopped.length === 0) {
    await proc.err('No stopped containers\n');
    return 0;
  }
  const question = `Going to remove ${stopped.map(canonicalName).join(', ')}`;
  if (flags.bool('force')) await proc.out(`${question}\n`);
  else if (!(await confirm(proc, `? ${question}`))) return 0;
  await underProgress(
    session,
    (report) =>
      inParallel(proc, stopped, async (container) => {
        await report(working(progressName(container), 'Removing'));
        await session.engine.ContainerDelete(container.Id, {
          v: flags.bool('volumes'),
          force: flags.bool('force'),
        });
        await report(done(progressName(container), 'Removed'));
      }),
    'Removing',
  );
  return 0;
}
