import { ApiError } from '../../api/api-error.ts';
import type { ContainerCreateResponse } from '../../api/container-types.ts';
import { formatFamiliar, parseImageReference, withDefaultTag } from '../../lib/image-reference.ts';
import { signalNumber } from '../../kernel/signals.ts';
import { CliError } from '../cli-error.ts';
import { atLeast, type Command, type CommandContext } from '../command.ts';
import { printProgress } from '../progress/pull-progress.ts';
import { streamAttached } from './attach-stream.ts';
import { CREATE_FLAGS, RUN_FLAGS } from './container-flags.ts';
import { createRequest } from './create-request.ts';

const HINT = "\n\nRun 'docker run --help' for more information";

/** The daemon's refusal as `run` words it. */
function refusal(error: unknown, exitCode = 125): unknown {
  return error instanceof ApiError
    ? new CliError(`docker: Error response from daemon: ${error.message}${HINT}`, exitCode)
    : error;
}

/** Creates a container, pulling its image where that is missing. @throws CliError, ApiError */
async function create(
  context: CommandContext,
  wrap: (error: unknown) => unknown,
): Promise<ContainerCreateResponse> {
  const { flags } = context;
  const api = await context.api();
  const request = createRequest(context);
  const image = request.Image ?? '';
  const options = flags.has('name') ? { name: flags.string('name') ?? '' } : {};
  const policy = flags.string('pull') ?? 'missing';
  if (!['always', 'missing', 'never'].includes(policy)) {
    throw new CliError(
      `invalid pull option: '${policy}': must be one of "always", "missing" or "never"`,
      125,
    );
  }
  try {
    if (policy === 'always') await pull(context, image, false);
    return await api.ContainerCreate(request, options);
  } catch (error) {
    const missing =
      error instanceof ApiError &&
      error.kind === 'notFound' &&
      error.message.startsWith('No such image') &&
      policy === 'missing';
    if (!missing) throw wrap(error);
  }
  try {
    await pull(context, image, true);
    return await api.ContainerCreate(request, options);
  } catch (error) {
    throw wrap(error);
  }
}

async function pull(context: CommandContext, image: string, announce: boolean): Promise<void> {
  const { proc, flags } = context;
  const api = await context.api();
  const reference = withDefaultTag(parseImageReference(image));
  if (announce) await proc.err(`Unable to find image '${formatFamiliar(reference)}' locally\n`);
  const messages = api.ImageCreate({ fromImage: image });
  if (flags.bool('quiet')) for await (const message of messages) void message;
  else await printProgress(proc.stderr, messages);
}

export const CREATE: Command = {
  name: 'create',
  use: '[OPTIONS] IMAGE [COMMAND] [ARG...]',
  short: 'Create a new container',
  args: atLeast(1),
  flags: CREATE_FLAGS,
  interspersed: false,
  run: async (context) => {
    const { Id } = await create(context, (error) => error);
    await context.proc.out(`${Id}\n`);
    return 0;
  },
};

export const RUN: Command = {
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
  const detached = flags.bool('detach');
  const tty = flags.bool('tty');
  const interactive = flags.bool('interactive');
  if (tty && interactive && !detached && !proc.stdin.tty)
    throw new CliError('the input device is not a TTY', 1);
  if (detached && flags.bool('rm') && flags.has('attach'))
    throw new CliError(`docker: Conflicting options: -a and -d${HINT}`, 125);
  const { Id, Warnings } = await create(context, (error) => refusal(error));
  for (const warning of Warnings) await proc.err(`WARNING: ${warning}\n`);
  const cidfile = flags.string('cidfile');
  if (cidfile) proc.files.writeFile(cidfile, Id);
  const api = await context.api();
  if (detached) {
    await start(context, Id);
    await proc.out(`${Id}\n`);
    return 0;
  }
  const stream = await api.ContainerAttach(Id, {
    stdin: interactive,
    stdout: true,
    stderr: true,
    stream: true,
  });
  const exit = await api.ContainerWait(Id, flags.bool('rm') ? 'removed' : 'next-exit');
  await start(context, Id, () => stream.close());
  const ended = await streamAttached(proc, stream, {
    stdin: interactive,
    tty,
    ...(tty ? { resize: (size) => api.ContainerResize(Id, size) } : {}),
    signal: (signal) =>
      void proc.thread('signal', () =>
        api.ContainerKill(Id, String(signalNumber(signal))).catch(() => undefined),
      ),
  });
  if (ended === 'detached') return 0;
  return (await exit.done()).StatusCode;
}

/** A container that can't be started keeps its exit code: 126, 127 or 128 where the command is to blame. */
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
    const state = await api.ContainerInspect(id).then(
      ({ State }) => State,
      () => undefined,
    );
    const code = state?.ExitCode === 126 || state?.ExitCode === 127 ? state.ExitCode : 125;
    if (context.flags.bool('rm'))
      await api.ContainerDelete(id, { force: true, v: true }).catch(() => undefined);
    throw refusal(error, code);
  }
}
