import { CliError } from '../../cli-error.ts';
import { startExec, terminalOf } from '../../commands/container/start-exec.ts';
import { streamAttached } from '../../commands/container/stream-attached.ts';
import type { ComposeContext } from '../compose-command.ts';
import { findContainer } from '../find-container.ts';
import { projectOrName } from '../project-or-name.ts';

/** Runs a command in the container of a service, with a terminal where we have one, and ends as it does. @see docker/compose v2.36.2 cmd/compose/exec.go, pkg/compose/exec.go */
export async function runExec(context: ComposeContext): Promise<number> {
  const { proc, flags, args, api } = context;
  const [service = '', ...command] = args;
  const { name } = await projectOrName(context, []);
  const engine = await api();
  const { Id: container } = await findContainer(engine, name, service, Number(flags.string('index') ?? 0));
  const noTty =
    flags.has('no-tty') || flags.has('no-TTY')
      ? flags.bool('no-tty') || flags.bool('no-TTY')
      : !proc.stdout.tty;
  const tty = !noTty;
  const stdin = !flags.has('interactive') || flags.bool('interactive');
  const detached = flags.bool('detach');
  if (tty && stdin && !detached && !proc.stdin.tty) throw new CliError('the input device is not a TTY');
  const { Id } = await engine.ContainerExec(container, {
    AttachStdin: stdin && !detached,
    AttachStdout: true,
    AttachStderr: true,
    Tty: tty,
    Env: environment(proc.env, flags.list('env')),
    Cmd: command,
    ...(flags.bool('privileged') ? { Privileged: true } : {}),
    ...(flags.string('user') ? { User: flags.string('user') ?? '' } : {}),
    ...(flags.string('workdir') ? { WorkingDir: flags.string('workdir') ?? '' } : {}),
  });
  const stream = await startExec(engine, Id, { Detach: detached, ...terminalOf(proc, tty) });
  if (!stream) return 0;
  await streamAttached(proc, stream, {
    stdin,
    tty,
    ...(tty ? { resize: (size) => engine.ExecResize(Id, size) } : {}),
  });
  return (await engine.ExecInspect(Id)).ExitCode ?? 0;
}

/** A bare name passes our own value on, if there is one. */
function environment(env: ReadonlyMap<string, string>, given: readonly string[]): string[] {
  return given.flatMap((text) => {
    if (text.includes('=')) return [text];
    const value = env.get(text);
    return value === undefined ? [] : [`${text}=${value}`];
  });
}
