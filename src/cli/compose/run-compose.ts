import type { EngineApi } from '../../api/engine-api.ts';
import { endOnSignal } from '../../kernel/end-on-signal.ts';
import type { Process } from '../../kernel/process.ts';
import { CliError } from '../cli-error.ts';
import { connect } from '../connect.ts';
import type { Flag, FlagValues } from '../flags/flag.ts';
import { commandHelp, commandRows, flagUsages } from '../flags/help.ts';
import { FlagError, parseFlags, type ParsedLine } from '../flags/parse-flags.ts';
import { tellUnmodelled } from '../flags/tell-unmodelled.ts';
import { CANCELED_STATUS } from './canceled-status.ts';
import type { ComposeCommand, ComposeContext, LoadDepth } from './compose-command.ts';
import { COMPOSE_COMMANDS, findComposeCommand, isComposeCommand } from './compose-commands.ts';
import { COMPOSE_FLAGS, DRY_RUN } from './compose-flags.ts';
import { withComposeHost } from './compose-host.ts';
import type { LoadOptions } from './load-options.ts';

/** How Compose ends where a command line makes no sense. @see docker/compose v2.36.2 pkg/compose/metrics.go CommandSyntaxFailure */
const SYNTAX_FAILURE = 16;

/**
 * `docker compose WORDS…`
 * @param globals flags of `docker` itself
 * @returns the exit status
 * @throws CliError
 * @see docker/compose v2.36.2 cmd/compose/compose.go RootCommand
 */
export async function runCompose(
  proc: Process,
  words: readonly string[],
  globals: FlagValues,
): Promise<number> {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) endOnSignal(proc, signal, CANCELED_STATUS);
  const root = readFlags(COMPOSE_FLAGS, words, false);
  const [name, ...rest] = root.args;
  if (name === undefined && root.flags.bool('version'))
    return runCommand(proc, 'version', [], root.flags, globals);
  if (root.help || name === undefined || (name === 'help' && rest.length === 0)) {
    await proc.out(composeHelp());
    return 0;
  }
  return name === 'help'
    ? runCommand(proc, rest[0] ?? '', ['--help'], root.flags, globals)
    : runCommand(proc, name, rest, root.flags, globals);
}

async function runCommand(
  proc: Process,
  name: string,
  words: readonly string[],
  root: FlagValues,
  globals: FlagValues,
): Promise<number> {
  const command = findComposeCommand(name);
  if (!command && isComposeCommand(name)) return refuse(proc, name);
  if (!command) {
    await proc.out(composeHelp());
    throw new CliError(`unknown docker command: ${JSON.stringify(`compose ${name}`)}`, SYNTAX_FAILURE);
  }
  const line = readFlags([...command.flags, DRY_RUN], words, command.interspersed ?? true);
  if (line.help) {
    await proc.out(helpOf(command));
    return 0;
  }
  checkArity(command, line.args);
  await checkRoot(proc, root);
  tellUnmodelled(proc, COMPOSE_FLAGS, root);
  tellUnmodelled(proc, [...command.flags, DRY_RUN], line.flags);
  if (command.run) return command.run(contextOf(proc, line, root, globals));
  return refuse(proc, command.name);
}

function refuse(proc: Process, name: string): number {
  proc.notice(`Drydock does not simulate \`docker compose ${name}\` yet.`);
  return 1;
}

/** @throws CliError in pflag's words alone: Compose adds no usage */
function readFlags(flags: readonly Flag[], words: readonly string[], interspersed: boolean): ParsedLine {
  try {
    return parseFlags(flags, words, interspersed);
  } catch (error) {
    if (error instanceof FlagError) throw new CliError(error.message, SYNTAX_FAILURE);
    throw error;
  }
}

/** @throws CliError in cobra's words */
function checkArity({ name, args }: ComposeCommand, given: readonly string[]): void {
  const plural = (count: number): string => `${count} arg(s)`;
  if (args.kind === 'none' && given.length > 0)
    throw new CliError(
      `unknown command ${JSON.stringify(given[0])} for ${JSON.stringify(`docker compose ${name}`)}`,
    );
  if (args.kind === 'exact' && given.length !== args.count)
    throw new CliError(`accepts ${plural(args.count)}, received ${given.length}`);
  if (args.kind === 'min' && given.length < args.count)
    throw new CliError(`requires at least ${plural(args.count)}, only received ${given.length}`);
  if (args.kind === 'max' && given.length > args.count)
    throw new CliError(`accepts at most ${plural(args.count)}, received ${given.length}`);
}

const PROGRESS = new Set(['', 'auto', 'tty', 'plain', 'json', 'quiet', 'none']);

/** Flags that don't go together, and old names of flags. @throws CliError */
async function checkRoot(proc: Process, root: FlagValues): Promise<void> {
  const progress = root.string('progress') ?? '';
  if (!PROGRESS.has(progress)) throw new CliError(`unsupported --progress value ${JSON.stringify(progress)}`);
  const ansi = root.string('ansi') ?? proc.env.get('COMPOSE_ANSI') ?? 'auto';
  if (progress === 'tty' && ansi === 'never')
    throw new CliError("can't use --progress tty while ANSI support is disabled");
  if (progress === 'plain' && ansi === 'always')
    throw new CliError("can't use --progress plain while ANSI support is forced");
  if (root.has('workdir') && root.has('project-directory'))
    throw new CliError(
      'cannot specify DEPRECATED "--workdir" and "--project-directory". Please use only "--project-directory" instead',
    );
  if (root.has('workdir'))
    await proc.err(
      "\x1b[31moption '--workdir' is DEPRECATED at root level! Please use '--project-directory' instead.\n\x1b[0m",
    );
  const limit = proc.env.get('COMPOSE_PARALLEL_LIMIT');
  if (limit !== undefined && !/^[-+]?\d+$/.test(limit))
    throw new CliError(`COMPOSE_PARALLEL_LIMIT must be an integer (found: ${JSON.stringify(limit)})`);
}

function contextOf(
  proc: Process,
  { flags, args }: ParsedLine,
  root: FlagValues,
  globals: FlagValues,
): ComposeContext {
  let api: EngineApi | undefined;
  const load = async <T>(
    depth: LoadDepth,
    run: (loader: typeof import('./load-project.ts'), options: LoadOptions) => Promise<T>,
  ): Promise<T> => {
    const loader = await proc.load(import('./load-project.ts'));
    return withComposeHost(proc, (host) => run(loader, { ...depth, ...rootOptions(root), host }));
  };
  const dryRun = root.bool('dry-run') || flags.bool('dry-run');
  const open = async (): Promise<EngineApi> => {
    const engine = await connect(proc, globals);
    return dryRun ? (await proc.load(import('./dry-run.ts'))).dryRunEngine(engine) : engine;
  };
  return {
    proc,
    flags,
    args,
    root,
    dryRun,
    api: async () => (api ??= await open()),
    loadProject: (depth = {}) => load(depth, ({ loadProject }, options) => loadProject(options)),
    loadModel: (depth = {}) => load(depth, ({ loadProjectModel }, options) => loadProjectModel(options)),
  };
}

function rootOptions(root: FlagValues): Omit<LoadOptions, 'host'> {
  return {
    files: root.list('file'),
    projectName: root.string('project-name') ?? '',
    projectDirectory: root.string('project-directory') ?? root.string('workdir') ?? '',
    profiles: root.list('profile'),
    envFiles: root.list('env-file'),
    ...(root.bool('all-resources') ? { keepUnusedResources: true } : {}),
  };
}

function helpOf(command: ComposeCommand): string {
  const names = [command.name, ...(command.aliases ?? [])].map((name) => `compose ${name}`);
  return commandHelp(`compose ${command.name}`, { ...command, flags: [...command.flags, DRY_RUN] }, names);
}

/** `docker compose --help`. */
function composeHelp(): string {
  return `Usage:  docker compose [OPTIONS] COMMAND

Define and run applications of several containers

Options:
${flagUsages(COMPOSE_FLAGS)}
Commands:
${commandRows(COMPOSE_COMMANDS)}
Run 'docker compose COMMAND --help' for more information on a command.
`;
}
