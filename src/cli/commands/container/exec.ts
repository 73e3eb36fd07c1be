import type { ExecCreateRequest } from '../../../api/container-types.ts';
import type { Process } from '../../../kernel/process.ts';
import { CliError } from '../../cli-error.ts';
import { atLeast, type Command, type CommandContext } from '../../command.ts';
import { flag, type FlagValues } from '../../flags/flag.ts';
import { readEnv } from '../../opts/readers.ts';
import { environment } from './environment.ts';
import { detachKeys } from './pass-on.ts';
import { startExec, terminalOf } from './start-exec.ts';
import { streamAttached } from './stream-attached.ts';

/** Runs a command in a running container and exits with its status; detached, with 0 at once. @see docker/cli v28.2.2 cli/command/container/exec.go */
export const CONTAINER_EXEC: Command = {
  name: 'exec',
  use: '[OPTIONS] CONTAINER COMMAND [ARG...]',
  short: 'Execute a command in a running container',
  args: atLeast(2),
  interspersed: false,
  flags: [
    flag('detach', 'd', 'bool', 'Run it in the background'),
    flag('detach-keys', '', 'string', 'Keys that detach'),
    flag('env', 'e', 'list', 'Set environment variables', { read: readEnv }),
    flag('env-file', '', 'list', 'Read in a file of environment variables'),
    flag('interactive', 'i', 'bool', 'Keep STDIN open'),
    flag('privileged', '', 'bool', 'Give extended privileges'),
    flag('tty', 't', 'bool', 'Give it a pseudo-terminal'),
    flag('user', 'u', 'string', 'User name or UID'),
    flag('workdir', 'w', 'string', 'Working directory'),
  ],
  run: exec,
};

async function exec({ proc, flags, args, api }: CommandContext): Promise<number> {
  const engine = await api();
  const tty = flags.bool('tty');
  const stdin = flags.bool('interactive');
  if (tty && stdin && !flags.bool('detach') && !proc.stdin.tty)
    throw new CliError('the input device is not a TTY');
  const [container = '', ...command] = args;
  const { Id } = await engine.ContainerExec(container, execRequest(proc, flags, command));
  const stream = await startExec(engine, Id, { Detach: flags.bool('detach'), ...terminalOf(proc, tty) });
  if (!stream) return 0;
  await streamAttached(proc, stream, {
    stdin,
    tty,
    ...detachKeys(flags),
    ...(tty ? { resize: (size) => engine.ExecResize(Id, size) } : {}),
  });
  return (await engine.ExecInspect(Id)).ExitCode ?? 0;
}

function execRequest(proc: Process, flags: FlagValues, command: string[]): ExecCreateRequest {
  return {
    AttachStdin: flags.bool('interactive') && !flags.bool('detach'),
    AttachStdout: true,
    AttachStderr: true,
    Tty: flags.bool('tty'),
    Env: environment(proc, flags),
    ...(flags.bool('privileged') ? { Privileged: true } : {}),
    Cmd: command,
    ...(flags.has('user') ? { User: flags.string('user') ?? '' } : {}),
    ...(flags.has('workdir') ? { WorkingDir: flags.string('workdir') ?? '' } : {}),
  };
}
