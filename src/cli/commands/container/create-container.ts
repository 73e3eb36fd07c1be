import { ApiError } from '../../../api/api-error.ts';
import type { ContainerCreateResponse } from '../../../api/container-types.ts';
import { formatFamiliar, parseImageReference, withDefaultTag } from '../../../lib/image-reference.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { printProgress } from '../../progress/pull-progress.ts';
import { createRequest } from './create-request.ts';

/**
 * Creates a container as the flags say, pulling its image where --pull wants that. A refusal of the daemon is thrown
 * as `wrap` gives it.
 * @throws CliError, ApiError
 * @see docker/cli v28.2.2 cli/command/container/create.go createContainer
 */
export async function createContainer(
  context: CommandContext,
  wrap: (error: unknown) => unknown = (error) => error,
): Promise<ContainerCreateResponse> {
  const { flags } = context;
  const api = await context.api();
  const request = createRequest(context);
  const image = request.Image ?? '';
  const policy = pullPolicy(flags);
  const create = (): Promise<ContainerCreateResponse> =>
    api.ContainerCreate(request, flags.has('name') ? { name: flags.string('name') ?? '' } : {});
  try {
    if (policy === 'always') await pullImage(context, image, false);
    return await create();
  } catch (error) {
    if (policy !== 'missing' || !isMissingImage(error)) throw wrap(error);
  }
  try {
    await pullImage(context, image, true);
    return await create();
  } catch (error) {
    throw wrap(error);
  }
}

/** @throws CliError for a policy that there is not */
function pullPolicy(flags: FlagValues): string {
  const policy = flags.string('pull') ?? 'missing';
  if (['always', 'missing', 'never'].includes(policy)) return policy;
  throw new CliError(`invalid pull option: '${policy}': must be one of "always", "missing" or "never"`, 125);
}

function isMissingImage(error: unknown): boolean {
  return error instanceof ApiError && error.kind === 'notFound' && error.message.startsWith('No such image');
}

/** Progress goes to stderr: stdout is for the container. */
async function pullImage(context: CommandContext, image: string, announce: boolean): Promise<void> {
  const { proc, flags } = context;
  const api = await context.api();
  const reference = withDefaultTag(parseImageReference(image));
  if (announce) await proc.err(`Unable to find image '${formatFamiliar(reference)}' locally\n`);
  const messages = api.ImageCreate({ fromImage: image });
  if (flags.bool('quiet')) for await (const message of messages) void message;
  else await printProgress(proc.stderr, messages);
}
