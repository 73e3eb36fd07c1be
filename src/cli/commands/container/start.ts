import { CliError } from '../../cli-error.ts';
import { atLeast, type Command, type CommandContext } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';
import { refusedArguments } from '../for-each-argument.ts';
import { passOn } from './pass-on.ts';
import { streamAttached } from './stream-attached.ts';

/**
 * Starts containers and prints their names; with --attach or --interactive one, whose streams become ours until it ends.
 * @see docker/cli v28.2.2 cli/command/container/start.go
 */
export const CONTAINER_START: Command = {
  name: 'start',
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Start one or more stopped containers',
  args: atLeast(1),
  flags: [
    flag('attach', 'a', 'bool', 'Attach STDOUT/STDERR and pass signals on'),
    unmodelled('checkpoint', '', 'string', 'Go on from this checkpoint', { experimental: true }),
    unmodelled('checkpoint-dir', '', 'string', 'Folder that checkpoints are kept in', { experimental: true }),
    flag('detach-keys', '', 'string', 'Keys that detach from the container'),
    flag('interactive', 'i', 'bool', "Attach the container's STDIN"),
  ],
  run: (context) =>
    context.flags.bool('attach') || context.flags.bool('interactive')
      ? startAttached(context)
      : startAll(context),
};

async function startAll(context: CommandContext): Promise<number> {
  const api = await context.api();
  const refused = await refusedArguments(context, (name) => api.ContainerStart(name));
  if (refused.length > 0) throw new CliError(`Error: failed to start containers: ${refused.join(', ')}`);
  return 0;
}

/** Resolves the container's own exit status, or 0 where the keys to detach were typed. */
async function startAttached(context: CommandContext): Promise<number> {
  const { proc, flags, args, api } = context;
  const engine = await api();
  if (args.length > 1) throw new CliError('you cannot start and attach multiple containers at once');
  const { Id, Config } = await engine.ContainerInspect(args[0] ?? '');
  const stdin = flags.bool('interactive') && Config.OpenStdin;
  const stream = await engine.ContainerAttach(Id, { stdin, stdout: true, stderr: true, stream: true });
  const exit = await engine.ContainerWait(Id, 'next-exit');
  await engine.ContainerStart(Id);
  const ended = await streamAttached(proc, stream, {
    stdin,
    tty: Config.Tty,
    ...passOn(context, engine, Id, Config.Tty),
  });
  return ended === 'detached' ? 0 : (await exit.done()).StatusCode;
}
