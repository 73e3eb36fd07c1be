import { atLeast, type Command, type CommandContext } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { readEnv } from '../../opts/readers.ts';
import { detachKeys } from './pass-on.ts';
import { execRequest, runExec } from './run-exec.ts';

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
  const [container = '', ...command] = args;
  return runExec(proc, await api(), container, {
    detach: flags.bool('detach'),
    stdin: flags.bool('interactive'),
    tty: flags.bool('tty'),
    ...detachKeys(flags),
    request: execRequest(proc, flags, command),
  });
}
