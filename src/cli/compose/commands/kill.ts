import type { ComposeContext } from '../compose-command.ts';
import { orphansOf } from '../converge/create-project.ts';
import { observe } from '../converge/observe.ts';
import { progressName } from '../names.ts';
import { inParallel } from '../parallel.ts';
import { done, failed, working } from '../progress/progress-event.ts';
import { projectOrName } from '../project-or-name.ts';
import { openSession, underProgress } from '../session.ts';

/** Sends running containers a signal. @see docker/compose v2.36.2 pkg/compose/kill.go */
export async function runKill(context: ComposeContext): Promise<number> {
  const { proc, args, flags } = context;
  const { name, project } = await projectOrName(context, args);
  const session = await openSession(context);
  const running = await observe(session.engine, name, { all: false, oneOff: 'include', services: args });
  const orphans = project && !flags.bool('remove-orphans') ? orphansOf(project, running) : [];
  const containers = running.filter((container) => !orphans.includes(container));
  if (containers.length === 0) {
    await proc.err('no container to kill\n');
    return 0;
  }
  await underProgress(
    session,
    (report) =>
      inParallel(proc, containers, async (container) => {
        const id = progressName(container);
        await report(working(id, 'Killing'));
        try {
          await session.engine.ContainerKill(container.Id, flags.string('signal') ?? 'SIGKILL');
        } catch (error) {
          await report(failed(id, 'Error while Killing'));
          throw error;
        }
        await report(done(id, 'Killed'));
      }),
    'Killing',
  );
  return 0;
}
