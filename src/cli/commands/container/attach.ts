import { CliError } from '../../cli-error.ts';
import { exactly, type Command, type CommandContext } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { passOn } from './pass-on.ts';
import { DETACHED, streamAttached } from './stream-attached.ts';

/** Makes a running container's streams ours until it ends, and exits with its status. @see docker/cli v28.2.2 cli/command/container/attach.go */
export const CONTAINER_ATTACH: Command = {
  name: 'attach',
  use: '[OPTIONS] CONTAINER',
  short: 'Attach local standard input, output, and error streams to a running container',
  args: exactly(1),
  flags: [
    flag('detach-keys', '', 'string', 'Keys that detach'),
    flag('no-stdin', '', 'bool', 'Do not attach STDIN'),
    flag('sig-proxy', '', 'bool', 'Pass signals on', { default: 'true' }),
  ],
  run: attach,
};

async function attach(context: CommandContext): Promise<number> {
  const { proc, flags, args, api } = context;
  const engine = await api();
  const { Id, Config, State } = await engine.ContainerInspect(args[0] ?? '');
  if (!State.Running) throw new CliError('cannot attach to a stopped container, start it first');
  if (State.Paused) throw new CliError('cannot attach to a paused container, unpause it first');
  const stdin = Config.OpenStdin && !flags.bool('no-stdin');
  const exit = await engine.ContainerWait(Id);
  const stream = await engine.ContainerAttach(Id, { stdin, stdout: true, stderr: true, stream: true });
  const ended = await streamAttached(proc, stream, {
    stdin,
    tty: Config.Tty,
    ...passOn(context, engine, Id, Config.Tty),
  });
  if (ended === 'detached') throw new CliError(DETACHED);
  return (await exit.done()).StatusCode;
}
