import { BuildError } from '../../../api/build-error.ts';
import type { BuildOptions } from '../../../api/build-types.ts';
import { toText } from '../../../lib/bytes.ts';
import { CliError } from '../../cli-error.ts';
import { atMost, type Command, type CommandContext } from '../../command.ts';
import { allLogins } from '../registry/credentials.ts';
import { flag } from '../../flags/flag.ts';
import { parseKeyValue, withOwnValue } from '../../opts/key-value.ts';
import { formatBuildError } from '../../progress/build-error-text.ts';
import { readBuildFolder, readBuildInput, readInlineBuild, type BuildInput } from './build-input.ts';
import { readStdin } from '../../read-stdin.ts';
import { buildSecret, checkTag } from './build-values.ts';
import { showBuild } from './show-build.ts';

/**
 * Builds an image from a Dockerfile and a context; progress goes to stderr, stdout has the ID with --quiet.
 * Simplified: no builders to choose from, and a build from a URL is refused.
 * @see docker/buildx v0.24 commands/build.go
 */
export const IMAGE_BUILD: Command = {
  name: 'build',
  use: '[OPTIONS] PATH | URL | -',
  short: 'Build an image from a Dockerfile',
  args: atMost(1),
  flags: [
    flag('add-host', '', 'list', 'Add a line to /etc/hosts'),
    flag('build-arg', '', 'stringArray', 'Set build arguments'),
    flag('cache-from', '', 'stringArray', 'External cache sources', { unmodelled: true }),
    flag('check', '', 'bool', 'Only check the Dockerfile'),
    flag('file', 'f', 'string', 'Name of the Dockerfile (default: "PATH/Dockerfile")'),
    flag('iidfile', '', 'string', 'Write the image ID to a file'),
    flag('label', '', 'stringArray', 'Set labels of the image'),
    flag('load', '', 'bool', 'Load the result into the daemon (it always is)'),
    flag('network', '', 'string', 'Network of RUN instructions'),
    flag('no-cache', '', 'bool', 'Do not use the cache'),
    flag('output', 'o', 'stringArray', 'Output destination', { unmodelled: true }),
    flag('platform', '', 'stringArray', 'Target platform'),
    flag('progress', '', 'string', 'Kind of progress ("auto", "plain", "tty", "quiet")', {
      default: 'auto',
    }),
    flag('pull', '', 'bool', 'Ask the registry for newer images'),
    flag('push', '', 'bool', 'Push the result', { unmodelled: true }),
    flag('quiet', 'q', 'bool', 'Print only the image ID'),
    flag('secret', '', 'stringArray', 'Secret for the build (id=mysecret,src=/local/secret)'),
    flag('tag', 't', 'stringArray', 'Name of the image (format: "name:tag")'),
    flag('target', '', 'string', 'Stage to build'),
  ],
  run: build,
};

async function build(context: CommandContext): Promise<number> {
  const { proc, flags, args } = context;
  checkSource(args[0]);
  const kind = progressKind(context);
  try {
    const input = await readInput(context);
    for (const tag of flags.list('tag')) checkTag(tag);
    const engine = await context.api();
    const imageId = await showBuild(proc, kind, engine.ImageBuild(buildOptions(context, input)));
    if (flags.has('iidfile')) proc.files.writeFile(flags.string('iidfile') ?? '', imageId);
    if (flags.bool('quiet')) await proc.out(`${imageId}\n`);
    return 0;
  } catch (error) {
    throw inBuildxWords(error);
  }
}

/** @see docker/buildx v0.24 commands/build.go, cmd/buildx/main.go */
function inBuildxWords(error: unknown): unknown {
  const prefix = 'ERROR: failed to build: ';
  if (error instanceof BuildError) return new CliError(formatBuildError(error, prefix).trimEnd());
  return error instanceof CliError ? new CliError(prefix + error.message, error.exitCode) : error;
}

/** @throws CliError for a --progress that there is not */
function progressKind({ proc, flags }: CommandContext): string {
  const kind = flags.string('progress') ?? proc.env.get('BUILDKIT_PROGRESS') ?? 'auto';
  if (!['auto', 'plain', 'tty', 'quiet', 'rawjson'].includes(kind))
    throw new CliError(`ERROR: invalid progress mode ${kind}`);
  return flags.bool('quiet') ? 'quiet' : kind;
}

/** @throws CliError for a context that is missing or out of reach */
function checkSource(path: string | undefined): void {
  if (path === undefined)
    throw new CliError(
      "ERROR: docker: 'docker buildx build' requires 1 argument\n\nUsage:  docker buildx build [OPTIONS] PATH | URL | -\n\nRun 'docker buildx build --help' for more information",
    );
  if (/^(https?|git|ssh):\/\//.test(path))
    throw new CliError('ERROR: builds from a URL are not simulated by Drydock: there is no network outside');
}

/** @throws CliError where there is no context to read */
async function readInput({ proc, flags, args }: CommandContext): Promise<BuildInput> {
  const [path = ''] = args;
  const file = flags.string('file');
  if (path === '-') return readBuildInput(proc, file);
  return file === '-'
    ? readInlineBuild(proc, path, toText(await readStdin(proc)))
    : readBuildFolder(proc, path, file);
}

function buildOptions({ proc, flags }: CommandContext, input: BuildInput): BuildOptions {
  const others = flags.list('platform').flatMap((text) => text.split(',')).filter((text) => !/^(linux\/)?(amd64|x86_64)$/.test(text)); // prettier-ignore
  if (others.length > 0)
    proc.notice(`Drydock builds for linux/amd64 only: --platform ${others.join(',')} has no effect.`);
  return {
    context: input.source,
    ...(input.isArchive ? { isArchive: true } : {}),
    dockerfile: input.dockerfile,
    dockerfileName: input.name,
    dockerignoreBytes: input.ignoreBytes,
    tags: [...flags.list('tag')],
    buildArgs: Object.fromEntries(
      flags.list('build-arg').flatMap((text) => withOwnValue(text, (name) => proc.env.get(name))),
    ),
    labels: Object.fromEntries(flags.list('label').map((text) => parseKeyValue(text))),
    noCache: flags.bool('no-cache'),
    pull: flags.bool('pull'),
    secrets: Object.fromEntries(flags.list('secret').map((text) => buildSecret(proc, text))),
    extraHosts: [...flags.list('add-host')],
    namedContexts: {},
    logins: allLogins(proc),
    checkOnly: flags.bool('check'),
    ...(flags.has('target') ? { target: flags.string('target') ?? '' } : {}),
    ...(flags.has('network') ? { network: flags.string('network') ?? '' } : {}),
  };
}
