import { CliError } from '../../cli-error.ts';
import { atLeast, type Command, type CommandContext } from '../../command.ts';
import { RUN_FLAGS } from './container-flags.data.ts';
import { createContainer } from './create-container.ts';
import { passOn } from './pass-on.ts';
import { streamAttached } from './stream-attached.ts';
import { withHelp } from './with-help.ts';

/**
 * Creates a container and starts it. Attached, it ends with the container's own status; detached, once that runs.
 * @see docker/cli v28.2.2 cli/command/container/run.go
 */
export const CONTAINER_RUN: Command = {
  name: 'run',
  use: '[OPTIONS] IMAGE [COMMAND] [ARG...]',
  short: 'Create and run a new container from an image',
  args: atLeast(1),
  flags: RUN_FLAGS,
  interspersed: false,
  run,
};

async function run(context: CommandContext): Promise<number> {
  const { proc, flags } = context;
  checkFlags(context);
  const { Id, Warnings } = await createContainer(context, 'run').catch((error: unknown) => {
    throw withHelp(error, 'run');
  });
  for (const warning of Warnings) await proc.err(`WARNING: ${warning}\n`);
  if (!flags.bool('detach')) return runAttached(context, Id);
  // The ID is shown even where the container then can't be started.
  await proc.out(`${Id}\n`);
  await start(context, Id);
  return 0;
}

/** @throws CliError for flags that contradict each other or the terminal */
function checkFlags({ proc, flags }: CommandContext): void {
  const detached = flags.bool('detach');
  if (flags.bool('tty') && flags.bool('interactive') && !detached && !proc.stdin.tty)
    throw new CliError('the input device is not a TTY', 1);
  if (detached && flags.has('attach'))
    throw new CliError('conflicting options: cannot specify both --attach and --detach');
}

async function runAttached(context: CommandContext, id: string): Promise<number> {
  const { proc, flags } = context;
  const api = await context.api();
  const tty = flags.bool('tty');
  const stdin = flags.bool('interactive');
  const wanted = flags.list('attach');
  const attached = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
  const streams = { stdin, stdout: attached('stdout'), stderr: attached('stderr') };
  const stream = await api.ContainerAttach(id, { ...streams, stream: true });
  const exit = await api.ContainerWait(id, flags.bool('rm') ? 'removed' : 'next-exit');
  await start(context, id, () => stream.close());
  const ended = await streamAttached(proc, stream, { stdin, tty, ...passOn(context, api, id, tty) });
  return ended === 'detached' ? 0 : (await exit.done()).StatusCode;
}

/** @throws CliError, with 126 or 127 where the command is to blame */
async function start(
  context: CommandContext,
  id: string,
  failed: () => void = () => undefined,
): Promise<void> {
  const api = await context.api();
  try {
    await api.ContainerStart(id);
  } catch (error) {
    failed();
    throw withHelp(error, 'run');
  }
}
