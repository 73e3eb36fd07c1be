import { BuildError } from '../../../api/build-error.ts';
import type { BuildMessage, BuildWarning } from '../../../api/build-types.ts';
import type { Process } from '../../../kernel/process.ts';
import { toText } from '../../../lib/bytes.ts';
import { CliError } from '../../cli-error.ts';
import { atMost, type Command, type CommandContext } from '../../command.ts';
import { formatBuildError } from '../../progress/build-error-text.ts';
import { BUILD_FLAGS, findRefusal } from './build-flags.ts';
import { buildOptions, checkPlatforms } from './build-options.ts';
import { checkReport } from './check-report.ts';
import { metadataText } from './build-metadata.ts';
import { readBuildFolder, readBuildInput, readInlineBuild, type BuildInput } from './build-input.ts';
import { readStdin } from '../../read-stdin.ts';
import { checkTag } from './build-values.ts';
import { showBuild } from './show-build.ts';
import { tellAvailable } from './tell-available.ts';

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
  flags: BUILD_FLAGS,
  run: build,
};

async function build(context: CommandContext): Promise<number> {
  const { proc, flags, args } = context;
  const refusal = findRefusal(flags);
  if (refusal !== undefined) {
    proc.notice(refusal);
    return 1;
  }
  checkSource(args[0]);
  const kind = progressKind(context);
  try {
    checkPlatforms(flags.list('platform'));
    const input = await readInput(context);
    for (const tag of flags.list('tag')) checkTag(tag);
    const engine = await context.api();
    const options = buildOptions(context, input);
    if (options.checkOnly) return await check(proc, kind, engine.ImageBuild(options), input);
    const { imageId } = await showBuild(proc, kind, engine.ImageBuild(options));
    if (flags.has('iidfile')) proc.files.writeFile(flags.string('iidfile') ?? '', imageId);
    if (flags.has('metadata-file'))
      proc.files.writeFile(flags.string('metadata-file') ?? '', metadataText(imageId, options, proc));
    if (flags.bool('quiet')) await proc.out(`${imageId}\n`);
    return 0;
  } catch (error) {
    tellAvailable(proc, error);
    throw inBuildxWords(error);
  }
}

/** What was found goes to stdout; 1 where there is something. */
async function check(
  proc: Process,
  kind: string,
  messages: AsyncIterable<BuildMessage>,
  { name, dockerfile }: BuildInput,
): Promise<number> {
  const found: BuildWarning[] = [];
  const others = async function* (): AsyncGenerator<BuildMessage> {
    for await (const message of messages)
      if ('warnings' in message) found.push(...(message.warnings ?? []));
      else yield message;
  };
  await showBuild(proc, kind, others());
  await proc.out(checkReport(found, { name, text: dockerfile }));
  return found.length > 0 ? 1 : 0;
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
