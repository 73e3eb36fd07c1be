import { ApiError } from '../../../api/api-error.ts';
import type { ContainerCreateRequest, ContainerCreateResponse } from '../../../api/container-types.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { formatFamiliar, withDefaultTag } from '../../../lib/image-reference.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { drain, printProgress } from '../../progress/pull-progress.ts';
import { authFor } from '../registry/credentials.ts';
import { parseReference } from '../image/parse-reference.ts';
import { remoteName } from '../image/remote-name.ts';
import { tellAvailable } from '../image/tell-available.ts';
import { createRequest } from './create-request.ts';
import { withHelp } from './with-help.ts';

/**
 * Creates a container as the flags say, pulling its image where --pull wants that.
 * @throws CliError, ApiError
 * @see docker/cli v28.2.2 cli/command/container/create.go createContainer
 */
export async function createContainer(
  context: CommandContext,
  command: 'run' | 'create',
): Promise<ContainerCreateResponse> {
  const { flags } = context;
  const api = await context.api();
  const request = readRequest(context, command);
  const cidfile = flags.string('cidfile');
  if (cidfile) checkIdFile(context.proc, cidfile);
  const created = await createFrom(context, api, request);
  if (cidfile) context.proc.files.writeFile(cidfile, created.Id);
  return created;
}

/** @throws CliError where there is a file already, or no folder for one. @see docker/cli v28.2.2 cli/command/container/create.go newCIDFile */
function checkIdFile(proc: Process, path: string): void {
  if (proc.files.statIfAny(path))
    throw new CliError(
      `container ID file found, make sure the other container isn't running or delete ${path}`,
    );
  try {
    proc.files.writeFile(path, '');
    proc.files.unlink(path);
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new CliError(
      `failed to create the container ID file: open ${path}: ${error.message.toLowerCase()}`,
    );
  }
}

/** Pulls the image where --pull wants that. @throws CliError, ApiError */
async function createFrom(
  context: CommandContext,
  api: EngineApi,
  request: ContainerCreateRequest,
): Promise<ContainerCreateResponse> {
  const { flags } = context;
  const image = request.Image ?? '';
  const policy = pullPolicy(flags);
  const [name, platform] = [flags.string('name'), flags.string('platform')];
  const create = (): Promise<ContainerCreateResponse> =>
    api.ContainerCreate(request, {
      ...(name ? { name } : {}),
      ...(platform ? { platform } : {}),
    });
  if (!IMAGE_ID.test(image)) parseReference(image);
  if (policy === 'always') await pullImage(context, image, false);
  try {
    return await create();
  } catch (error) {
    // As in life: whatever is missing, the image is pulled and the daemon asked again.
    const isMissing = error instanceof ApiError && error.kind === 'notFound';
    if (policy !== 'missing' || !isMissing || IMAGE_ID.test(image)) throw error;
  }
  await pullImage(context, image, true);
  return create();
}

function readRequest(context: CommandContext, command: 'run' | 'create'): ContainerCreateRequest {
  try {
    return createRequest(context);
  } catch (error) {
    throw command === 'create' ? withHelp(error, command) : error;
  }
}

/** A whole ID is no reference, and needs none. */
const IMAGE_ID = /^[0-9a-f]{64}$/;

/** @throws CliError for a policy that there is not */
function pullPolicy(flags: FlagValues): string {
  const policy = flags.string('pull') ?? 'missing';
  if (['always', 'missing', 'never'].includes(policy)) return policy;
  throw new CliError(`invalid pull option: '${policy}': must be one of "always", "missing" or "never"`);
}

/** Progress goes to stderr: stdout is for the container. */
async function pullImage(context: CommandContext, image: string, announce: boolean): Promise<void> {
  const { proc, flags } = context;
  const api = await context.api();
  const reference = withDefaultTag(parseReference(image));
  if (announce) await proc.err(`Unable to find image '${formatFamiliar(reference)}' locally\n`);
  const platform = flags.string('platform');
  const messages = api.ImageCreate({
    ...remoteName(reference),
    ...(platform ? { platform } : {}),
    ...authFor(proc, reference.domain),
  });
  try {
    if (flags.bool('quiet')) await drain(messages);
    else await printProgress(proc.stderr, messages);
  } catch (error) {
    tellAvailable(proc, error);
    throw error;
  }
}
