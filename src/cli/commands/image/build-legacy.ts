import { ClassicBuildError } from '../../../api/build-error.ts';
import type { BuildOptions } from '../../../api/build-types.ts';
import { ApiError } from '../../../api/api-error.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import { parseImageReference } from '../../../lib/image-reference.ts';
import { contextSize } from '../../build/context-size.ts';
import { CliError } from '../../cli-error.ts';
import { exactly, type Command, type CommandContext } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';
import { parseKeyValue, withOwnValue } from '../../opts/key-value.ts';
import { readLegacyContext, type LegacyContext } from './legacy-context.ts';
import { tellAvailable } from './tell-available.ts';

/** Said before anything else where BuildKit is switched off. @see docker/cli v28.2.2 cmd/docker/builder.go */
export const LEGACY_BUILD_WARNING =
  'DEPRECATED: The legacy builder is deprecated and will be removed in a future release.\n' +
  '            BuildKit is currently disabled; enable it by removing the DOCKER_BUILDKIT=0\n' +
  '            environment-variable.\n\n';

/**
 * `docker build` with DOCKER_BUILDKIT=0: the builder before BuildKit; its steps go to stdout.
 * Simplified: a context that is a URL is refused.
 * @see docker/cli v28.2.2 cli/command/image/build.go
 */
export const IMAGE_BUILD_LEGACY: Command = {
  name: 'build',
  use: '[OPTIONS] PATH | URL | -',
  short: 'Build an image from a Dockerfile',
  args: exactly(1),
  flags: [
    flag('add-host', '', 'list', 'Add a line to /etc/hosts ("host:ip")'),
    flag('build-arg', '', 'list', 'Set build arguments'),
    unmodelled('cache-from', '', 'strings', 'Images to take cached steps from'),
    unmodelled('cgroup-parent', '', 'string', 'Parent control group of RUN'),
    unmodelled('compress', '', 'bool', 'Compress the context with gzip'),
    unmodelled('cpu-period', '', 'int', 'Limit the CPU period of RUN'),
    unmodelled('cpu-quota', '', 'int', 'Limit the CPU quota of RUN'),
    unmodelled('cpu-shares', 'c', 'int', 'CPU shares of RUN'),
    unmodelled('cpuset-cpus', '', 'string', 'CPUs of RUN'),
    unmodelled('cpuset-mems', '', 'string', 'Memory nodes of RUN'),
    unmodelled('disable-content-trust', '', 'bool', 'Skip image verification', { default: 'true' }),
    flag('file', 'f', 'string', 'Name of the Dockerfile (default "PATH/Dockerfile")'),
    unmodelled('force-rm', '', 'bool', 'Always remove intermediate containers'),
    flag('iidfile', '', 'string', 'Write the image ID to a file'),
    unmodelled('isolation', '', 'string', 'Isolation of containers'),
    flag('label', '', 'list', 'Set labels of the image'),
    unmodelled('memory', 'm', 'bytes', 'Memory limit of RUN'),
    unmodelled('memory-swap', '', 'bytes', 'Swap limit of RUN'),
    unmodelled('network', '', 'string', 'Network of RUN', { default: 'default' }),
    flag('no-cache', '', 'bool', 'Do not use the cache'),
    unmodelled('platform', '', 'string', 'Target platform'),
    flag('pull', '', 'bool', 'Ask the registry for newer images'),
    flag('quiet', 'q', 'bool', 'Print only the image ID'),
    unmodelled('rm', '', 'bool', 'Remove intermediate containers of a build that worked', {
      default: 'true',
    }),
    unmodelled('security-opt', '', 'strings', 'Security options'),
    unmodelled('shm-size', '', 'bytes', 'Size of /dev/shm'),
    flag('tag', 't', 'list', 'Name of the image ("name:tag")', { read: readTag }),
    flag('target', '', 'string', 'Stage to build'),
    unmodelled('ulimit', '', 'ulimit', 'Ulimit options', { default: '[]' }),
  ],
  run: build,
};

/** @throws Error in the words of a reference that is none */
function readTag(text: string): string {
  parseImageReference(text);
  return text;
}

async function build(context: CommandContext): Promise<number> {
  const { proc, flags, args, api } = context;
  const input = await readLegacyContext(proc, args[0] ?? '', flags.string('file'));
  const quiet = flags.bool('quiet');
  let held = '';
  const tell = async (text: string): Promise<void> => {
    if (quiet) held += text;
    else await proc.out(text);
  };
  const size = formatHumanSize(contextSize(input.sent));
  await tell(`Sending build context to Docker daemon ${size.padStart(8)}\n\n`);
  try {
    const imageId = await follow((await api()).ImageBuild(buildOptions(context, input)), tell);
    if (flags.has('iidfile')) proc.files.writeFile(flags.string('iidfile') ?? '', imageId);
    if (quiet) await proc.out(`${imageId}\n`);
    return 0;
  } catch (error) {
    if (quiet && error instanceof ApiError) await proc.err(held);
    tellAvailable(proc, error);
    if (error instanceof ClassicBuildError) throw new CliError(error.message, error.exitCode);
    throw error;
  }
}

/** Passes the builder's text on. Resolves the image's ID. */
async function follow(
  messages: AsyncIterable<{ stream?: string } | { result: { imageId: string } }>,
  tell: (text: string) => Promise<void>,
): Promise<string> {
  let imageId = '';
  for await (const message of messages) {
    if ('result' in message) ({ imageId } = message.result);
    else if (message.stream !== undefined) await tell(message.stream);
  }
  return imageId;
}

function buildOptions({ proc, flags }: CommandContext, input: LegacyContext): BuildOptions {
  return {
    context: input.source,
    dockerfile: input.dockerfile,
    dockerfileName: input.name,
    dockerignoreBytes: 0,
    tags: [...flags.list('tag')],
    buildArgs: Object.fromEntries(
      flags.list('build-arg').flatMap((text) => withOwnValue(text, (name) => proc.env.get(name))),
    ),
    labels: Object.fromEntries(flags.list('label').map((text) => parseKeyValue(text))),
    noCache: flags.bool('no-cache'),
    pull: flags.bool('pull'),
    secrets: {},
    extraHosts: [...flags.list('add-host')],
    namedContexts: {},
    classic: true,
    ...(flags.has('target') ? { target: flags.string('target') ?? '' } : {}),
  };
}
