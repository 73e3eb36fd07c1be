import { CliError } from '../../cli-error.ts';
import type { ComposeContext } from '../compose-command.ts';
import { observe } from '../converge/observe.ts';
import { removeContainers } from '../converge/stop-containers.ts';
import { canonicalName } from '../names.ts';
import { Mailbox } from '../mailbox.ts';
import { startThread } from '../parallel.ts';
import { projectOrName } from '../project-or-name.ts';
import { openSession, underProgress } from '../session.ts';

/** Waits until the first container of these services ends, and ends with its status. @see docker/compose v2.36.2 cmd/compose/wait.go, pkg/compose/wait.go */
export async function runWait(context: ComposeContext): Promise<number> {
  const { proc, flags, args } = context;
  const { name } = await projectOrName(context, args);
  const session = await openSession(context);
  const containers = await observe(session.engine, name, { all: false, oneOff: 'include', services: args });
  if (containers.length === 0) throw new CliError(`no containers for project ${JSON.stringify(name)}`);
  const ends = new Mailbox<number>(proc);
  for (const container of containers)
    startThread(proc, 'wait', async () => {
      const exit = await session.engine.ContainerWait(container.Id);
      const { StatusCode } = await exit.done();
      await proc.out(
        `container ${JSON.stringify(canonicalName(container))} exited with status code ${StatusCode}\n`,
      );
      ends.push(StatusCode);
    });
  const status = await ends.next();
  if (flags.bool('down-project')) {
    const all = await observe(session.engine, name, { all: true, oneOff: 'exclude' });
    await underProgress(session, (report) => removeContainers(session, all, {}, report));
  }
  return status;
}
