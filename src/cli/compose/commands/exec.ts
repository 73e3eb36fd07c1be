import { execRequest, runExec as runInContainer } from '../../commands/container/run-exec.ts';
import type { ComposeContext } from '../compose-command.ts';
import { findContainer } from '../find-container.ts';
import { wantsTty } from '../options/read-options.ts';
import { projectOrName } from '../project-or-name.ts';

/** Runs a command in the container of a service, with a terminal where we have one, and ends as it does. @see docker/compose v2.36.2 cmd/compose/exec.go, pkg/compose/exec.go */
export async function runExec(context: ComposeContext): Promise<number> {
  const { proc, flags, args, api } = context;
  const [service = '', ...command] = args;
  const { name } = await projectOrName(context, []);
  const engine = await api();
  const { Id } = await findContainer(engine, name, service, Number(flags.string('index') ?? 0));
  return runInContainer(proc, engine, Id, {
    detach: flags.bool('detach'),
    stdin: !flags.has('interactive') || flags.bool('interactive'),
    tty: wantsTty(context),
    request: execRequest(proc, flags, command),
  });
}
