import type { FileSource } from '../../api/file-source.ts';
import { isSysError } from '../../kernel/errno.ts';
import { joinPath, normalizePath } from '../../kernel/files/path.ts';
import { sourceOf } from '../../kernel/files/tree.ts';
import type { Process } from '../../kernel/process.ts';
import { toText } from '../../lib/bytes.ts';
import { parseImageReference } from '../../lib/image-reference.ts';
import { createContextSource, dockerignoreNames } from '../build/context.ts';
import { parseDockerignore } from '../build/dockerignore.ts';
import { CliError } from '../cli-error.ts';
import { atMost, type Command, type CommandContext } from '../command.ts';
import { flag } from '../flags/flag.ts';
import { printPlain, printTerminal } from '../progress/build-progress.ts';

export const BUILD: Command = {
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
      default: '"auto"',
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
  const [path] = args;
  if (path === undefined) {
    throw new CliError(
      "ERROR: docker: 'docker buildx build' requires 1 argument\n\nUsage:  docker buildx build [OPTIONS] PATH | URL | -\n\nRun 'docker buildx build --help' for more information",
    );
  }
  if (/^(https?|git|ssh):\/\//.test(path))
    throw new CliError('ERROR: builds from a URL are not simulated by Drydock: there is no network outside');
  const { source, dockerfile, name, ignoreBytes } =
    path === '-' ? await fromInput(proc) : fromFolder(proc, path, flags.string('file'));
  for (const tag of flags.list('tag')) checkTag(tag);
  const engine = await context.api();
  const messages = engine.ImageBuild({
    context: source,
    dockerfile,
    dockerfileName: name,
    dockerignoreBytes: ignoreBytes,
    tags: [...flags.list('tag')],
    buildArgs: Object.fromEntries(flags.list('build-arg').flatMap((text) => buildArg(proc, text))),
    labels: Object.fromEntries(flags.list('label').map((text) => pair(text))),
    noCache: flags.bool('no-cache'),
    pull: flags.bool('pull'),
    secrets: Object.fromEntries(flags.list('secret').map((text) => secret(proc, text))),
    extraHosts: [...flags.list('add-host')],
    namedContexts: {},
    checkOnly: flags.bool('check'),
    ...(flags.has('target') ? { target: flags.string('target') ?? '' } : {}),
    ...(flags.has('network') ? { network: flags.string('network') ?? '' } : {}),
  });
  const imageId = await show(context, messages);
  if (flags.has('iidfile')) proc.files.writeFile(flags.string('iidfile') ?? '', imageId);
  if (flags.bool('quiet')) await proc.out(`${imageId}\n`);
  return 0;
}

const REDRAW_MS = 150;

async function show(
  { proc, flags }: CommandContext,
  messages: ReturnType<Awaited<ReturnType<CommandContext['api']>>['ImageBuild']>,
): Promise<string> {
  const kind = flags.string('progress') ?? proc.env.get('BUILDKIT_PROGRESS') ?? 'auto';
  if (!['auto', 'plain', 'tty', 'quiet', 'rawjson'].includes(kind))
    throw new CliError(`ERROR: invalid progress mode ${kind}`);
  if (flags.bool('quiet') || kind === 'quiet') {
    let id = '';
    for await (const message of messages) if ('result' in message) id = message.result.imageId;
    return id;
  }
  if (kind === 'tty' || (kind === 'auto' && proc.stderr.tty)) {
    return printTerminal(
      proc.stderr,
      messages,
      () => proc.now(),
      (redraw) => {
        proc.thread('progress', async () => {
          while (await redraw()) await proc.sleep(REDRAW_MS);
        });
      },
    );
  }
  return printPlain(proc.stderr, messages);
}

interface BuildInput {
  source: FileSource;
  dockerfile: string;
  name: string;
  ignoreBytes: number;
}

function fromFolder(proc: Process, path: string, file: string | undefined): BuildInput {
  const { files } = proc;
  const folder = normalizePath(path, files.cwd);
  const stat = files.statIfAny(folder);
  if (!stat) throw new CliError(`ERROR: unable to prepare context: path ${JSON.stringify(path)} not found`);
  if (stat.type !== 'directory')
    throw new CliError(`ERROR: unable to prepare context: path ${JSON.stringify(path)} must be a directory`);
  const dockerfilePath = file === undefined ? joinPath(folder, 'Dockerfile') : normalizePath(file, files.cwd);
  const inside = dockerfilePath.startsWith(`${folder === '/' ? '' : folder}/`)
    ? dockerfilePath.slice(folder === '/' ? 1 : folder.length + 1)
    : (dockerfilePath.split('/').at(-1) ?? 'Dockerfile');
  const dockerfile = readDockerfile(proc, dockerfilePath, inside);
  const ignoreName = dockerignoreNames(inside).find((candidate) => files.exists(joinPath(folder, candidate)));
  const ignoreText = ignoreName === undefined ? undefined : files.readText(joinPath(folder, ignoreName));
  const source = createContextSource(sourceOf(files, folder), {
    patterns: parseDockerignore(ignoreText ?? ''),
    dockerfile: inside,
    classic: false,
  });
  return { source, dockerfile, name: inside, ignoreBytes: ignoreText === undefined ? 2 : ignoreText.length };
}

function readDockerfile(proc: Process, path: string, name: string): string {
  try {
    return proc.files.readText(path);
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new CliError(
      `ERROR: failed to build: failed to solve: failed to read dockerfile: open ${name}: ${error.message.toLowerCase()}`,
    );
  }
}

async function fromInput(proc: Process): Promise<BuildInput> {
  const chunks: string[] = [];
  for (let bytes = await proc.stdin.read(65536); bytes; bytes = await proc.stdin.read(65536))
    chunks.push(toText(bytes));
  return { source: { entries: () => [] }, dockerfile: chunks.join(''), name: 'Dockerfile', ignoreBytes: 2 };
}

function checkTag(tag: string): void {
  try {
    parseImageReference(tag);
  } catch (error) {
    throw new CliError(
      `ERROR: failed to build: invalid tag ${JSON.stringify(tag)}: ${(error as Error).message}`,
    );
  }
}

function pair(text: string): [string, string] {
  const equals = text.indexOf('=');
  return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
}

function buildArg(proc: Process, text: string): [string, string][] {
  if (text.includes('=')) return [pair(text)];
  const value = proc.env.get(text);
  return value === undefined ? [] : [[text, value]];
}

/** `id=name,src=path` or `id=name,env=VARIABLE` */
function secret(proc: Process, text: string): [string, Uint8Array] {
  const fields = Object.fromEntries(text.split(',').map(pair));
  const id = fields['id'] ?? '';
  const path = fields['src'] ?? fields['source'];
  const variable = fields['env'] ?? (path === undefined ? id : undefined);
  if (variable !== undefined) return [id, new TextEncoder().encode(proc.env.get(variable) ?? '')];
  try {
    return [id, proc.files.readFile(path ?? '')];
  } catch (error) {
    if (isSysError(error))
      throw new CliError(
        `ERROR: failed to build: failed to stat ${path ?? ''}: stat ${path ?? ''}: ${error.message.toLowerCase()}`,
      );
    throw error;
  }
}
