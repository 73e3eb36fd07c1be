import { ApiError } from '../api/api-error.ts';
import type { EngineApi } from '../api/engine-api.ts';
import { endOnSignal } from '../kernel/end-on-signal.ts';
import type { Process, Program } from '../kernel/process.ts';
import { signalNumber } from '../kernel/signals.ts';
import { CliError } from './cli-error.ts';
import type { Command } from './command.ts';
import { aliasesOf, findCommand, type Found } from './command-tree.ts';
import { IMAGE_BUILD_LEGACY, LEGACY_BUILD_WARNING } from './commands/image/build-legacy.ts';
import { IMAGE_BUILD } from './commands/image/build.ts';
import { connect } from './connect.ts';
import { runCompose } from './compose/run-compose.ts';
import type { Flag, FlagValues } from './flags/flag.ts';
import { commandHelp, groupHelp, usageLine } from './flags/help.ts';
import { FlagError, parseFlags, type ParsedLine } from './flags/parse-flags.ts';
import { tellUnmodelled } from './flags/tell-unmodelled.ts';
import { GLOBAL_FLAGS } from './global-flags.ts';
import { parseBool } from '../lib/go-bool.ts';
import { rootHelp } from './root-help.ts';
import { checkArity, groupUsage, unknownCommand } from './usage-error.ts';

/** Those that end whatever the client waits for. @see docker/cli v28.2.2 cmd/docker/internal/signals/signals.go, docker.go getExitCode */
const TERMINATION_SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** The `docker` command. */
export const docker: Program = async (proc) => {
  for (const signal of TERMINATION_SIGNALS) endOnSignal(proc, signal, 128 + signalNumber(signal));
  try {
    return await dispatch(proc, proc.argv.slice(1));
  } catch (error) {
    return report(proc, error);
  }
};

/** An error → stderr and exit status. */
async function report(proc: Process, error: unknown): Promise<number> {
  if (error instanceof CliError) {
    if (error.message) await proc.err(`${error.message}\n`);
    return error.exitCode;
  }
  if (error instanceof ApiError && error.kind === 'notSimulated') {
    proc.notice(`Drydock does not simulate this: ${error.message}.`);
    return 1;
  }
  if (error instanceof ApiError) {
    await proc.err(`Error response from daemon: ${error.message}\n`);
    return 1;
  }
  throw error;
}

/** Flags of the client itself come first. @see docker/cli v28.2.2 cmd/docker/docker.go */
async function dispatch(proc: Process, words: readonly string[]): Promise<number> {
  const usage = 'Usage:  docker [OPTIONS] COMMAND [ARG...]';
  const { flags, args, help } = await readFlags(proc, GLOBAL_FLAGS, words, {
    path: '',
    usage,
    interspersed: false,
  });
  if (flags.bool('version')) {
    await proc.out('Docker version 28.2.2, build e6534b4\n');
    return 0;
  }
  if (help || args.length === 0) {
    await (help ? proc.out(rootHelp()) : proc.err(rootHelp()));
    return 0;
  }
  tellUnmodelled(proc, GLOBAL_FLAGS, flags);
  const [first, ...rest] = args;
  if (first === 'help' && rest[0] === 'compose') return runCompose(proc, ['help', ...rest.slice(1)], flags);
  if (first === 'help') return showHelp(proc, rest);
  if (first === 'compose') return runCompose(proc, rest, flags);
  await warnOfClassicBuilder(proc, args);
  const found = findCommand(args);
  return runFound(proc, found, flags);
}

/** `docker help X` */
async function showHelp(proc: Process, topic: readonly string[]): Promise<number> {
  const found = findCommand(topic);
  if (topic.length > 0 && found.kind === 'unknown')
    throw new CliError(`unknown help topic: ${topic.join(' ')}`);
  await proc.out(topic.length === 0 ? rootHelp() : helpOf(found));
  return 0;
}

function helpOf(found: Found): string {
  if (found.kind === 'command') return commandHelp(found.path, found.command, aliasesOf(found.command));
  return found.kind === 'group' ? groupHelp(found.path, found.group) : '';
}

async function runFound(proc: Process, found: Found, globals: FlagValues): Promise<number> {
  if (found.kind === 'unknown') throw unknownCommand(found.path, found.parent);
  const { path, rest } = found;
  if (found.kind === 'group') {
    const usage = groupUsage(path);
    const { help } = await readFlags(proc, [], rest, { path, usage, interspersed: true });
    await (help ? proc.out(helpOf(found)) : proc.err(helpOf(found)));
    return 0;
  }
  const command = commandInEffect(proc, found.command);
  const interspersed = command.interspersed ?? true;
  const usage = usageLine(path, command);
  const line = await readFlags(proc, command.flags, rest, { path, usage, interspersed });
  if (line.help || (command.helpWithoutFlags && rest.length === 0)) {
    await proc.out(helpOf(found));
    return 0;
  }
  return runCommand(proc, path, command, line, globals);
}

/** With DOCKER_BUILDKIT=0 the classic builder stands in for buildx. */
function commandInEffect(proc: Process, command: Command): Command {
  return command === IMAGE_BUILD && isBuildKitDisabled(proc) ? IMAGE_BUILD_LEGACY : command;
}

/** Whatever would go to buildx says first that it does not. @throws CliError @see docker/cli v28.2.2 cmd/docker/builder.go processBuilder */
async function warnOfClassicBuilder(proc: Process, [first, second]: readonly string[]): Promise<void> {
  const isForwarded = first === 'build' || first === 'builder' || (first === 'image' && second === 'build');
  if (isBuildKitDisabled(proc) && isForwarded) await proc.err(LEGACY_BUILD_WARNING);
}

/** @throws CliError for a value that Go doesn't take as a truth value */
function isBuildKitDisabled({ env }: Process): boolean {
  const value = env.get('DOCKER_BUILDKIT');
  if (!value) return false;
  const enabled = parseBool(value);
  if (enabled === undefined)
    throw new CliError(
      `DOCKER_BUILDKIT environment variable expects boolean value: strconv.ParseBool: parsing ${JSON.stringify(value)}: invalid syntax`,
    );
  return !enabled;
}

async function runCommand(
  proc: Process,
  path: string,
  command: Command,
  { flags, args }: ParsedLine,
  globals: FlagValues,
): Promise<number> {
  checkArity(path, command, args);
  checkExperimental(path, command, flags);
  if (!command.run) return refuse(proc, path);
  tellUnmodelled(proc, command.flags, flags);
  let api: EngineApi | undefined;
  return command.run({ proc, flags, args, api: async () => (api ??= await connect(proc, globals)) });
}

/** @throws CliError for what only daemons with experimental features do. @see docker/cli v28.2.2 cmd/docker/docker.go areFlagsSupported */
function checkExperimental(path: string, command: Command, given: FlagValues): void {
  const only = 'is only supported on a Docker daemon with experimental features enabled';
  if (command.experimental) throw new CliError(`docker ${path} ${only}`);
  const flags = command.flags.filter((flag) => flag.experimental && given.has(flag.name));
  if (flags.length > 0) throw new CliError(flags.map(({ name }) => `"--${name}" ${only}`).join('\n'));
}

/** The one way in which a command is not there: status 1, and words beside the terminal. */
function refuse(proc: Process, path: string): number {
  proc.notice(`Drydock does not simulate \`docker ${path}\` yet.`);
  return 1;
}

interface Place {
  readonly path: string;
  readonly usage: string;
  readonly interspersed: boolean;
}

/** @throws CliError in pflag's words, followed by the usage */
async function readFlags(
  proc: Process,
  flags: readonly Flag[],
  words: readonly string[],
  { path, usage, interspersed }: Place,
): Promise<ParsedLine> {
  try {
    const line = parseFlags(flags, words, interspersed);
    if (line.help === 'short') await proc.out('Flag shorthand -h has been deprecated, use --help\n');
    return line;
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    const command = path ? `docker ${path}` : 'docker';
    throw new CliError(`${error.message}\n\n${usage}\n\nRun '${command} --help' for more information`, 125);
  }
}
