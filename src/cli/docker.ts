import { ApiError } from '../api/api-error.ts';
import { BuildError } from '../api/build-error.ts';
import type { EngineApi } from '../api/engine-api.ts';
import type { Process, Program } from '../kernel/process.ts';
import { CliError } from './cli-error.ts';
import type { Arity, Command } from './command.ts';
import { aliasesOf, findCommand, rootHelp } from './command-tree.ts';
import { connect } from './connect.ts';
import { commandHelp, groupHelp, usageLine } from './flags/help.ts';
import { FlagError, parseFlags } from './flags/parse-flags.ts';
import { formatBuildError } from './progress/build-error-text.ts';

/** The `docker` command. */
export const docker: Program = async (proc) => {
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
  if (error instanceof BuildError) {
    await proc.err(formatBuildError(error));
    return 1;
  }
  if (error instanceof ApiError) {
    await proc.err(`Error response from daemon: ${error.message}\n`);
    return 1;
  }
  throw error;
}

async function dispatch(proc: Process, words: readonly string[]): Promise<number> {
  const [first] = words;
  if (
    first === undefined ||
    first === '--help' ||
    first === '-h' ||
    (first === 'help' && words.length === 1)
  ) {
    await proc.out(rootHelp());
    return 0;
  }
  if (first === '--version' || first === '-v') {
    await proc.out('Docker version 28.2.2, build e6534b4\n');
    return 0;
  }
  if (first === 'help') return dispatch(proc, [...words.slice(1), '--help']);
  if (first.startsWith('-')) {
    const problem = first.startsWith('--')
      ? `unknown flag: ${first.split('=')[0] ?? ''}`
      : `unknown shorthand flag: '${first[1] ?? ''}' in ${first}`;
    throw new CliError(
      `${problem}\n\nUsage:  docker [OPTIONS] COMMAND [ARG...]\n\nRun 'docker --help' for more information`,
      125,
    );
  }
  const found = findCommand(words);
  if (found.kind === 'unknown')
    throw new CliError(
      `docker: unknown command: docker ${found.path}\n\nRun 'docker${found.parent ? ` ${found.parent}` : ''} --help' for more information`,
    );
  if (found.kind === 'group') {
    await proc.out(groupHelp(found.group));
    return 0;
  }
  return runCommand(proc, found.path, found.command, found.rest);
}

async function runCommand(
  proc: Process,
  path: string,
  command: Command,
  words: readonly string[],
): Promise<number> {
  let line: ReturnType<typeof parseFlags>;
  try {
    line = parseFlags(command.flags, words, command.interspersed ?? true);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    throw new CliError(
      `${error.message}\n\n${usageLine(path, command)}\n\nRun 'docker ${path} --help' for more information`,
      125,
    );
  }
  if (line.help) {
    await proc.out(commandHelp(path, command, aliasesOf(command)));
    return 0;
  }
  checkArity(path, command, line.args);
  const unmodelled = command.flags.find((flag) => flag.unmodelled && line.flags.has(flag.name));
  if (unmodelled) throw new CliError(`docker ${path}: --${unmodelled.name} is not simulated by Drydock yet`);
  if (!command.run) throw new CliError(`docker ${path} is not simulated by Drydock yet`);
  let api: EngineApi | undefined;
  return command.run({
    proc,
    flags: line.flags,
    args: line.args,
    api: async () => (api ??= await connect(proc)),
  });
}

/** @throws CliError in the words of docker/cli's cli/required.go */
function checkArity(path: string, command: Command, args: readonly string[]): void {
  const problem = arityProblem(command.args, args.length);
  if (!problem) return;
  const see = command.args.kind === 'min' ? 'See' : 'Run';
  throw new CliError(
    `docker: 'docker ${path}' ${problem}\n\n${usageLine(path, command)}\n\n${see} 'docker ${path} --help' for more information`,
  );
}

function arityProblem(arity: Arity, count: number): string | undefined {
  const plural = (wanted: number): string => `${wanted} argument${wanted === 1 ? '' : 's'}`;
  switch (arity.kind) {
    case 'any':
      return undefined;
    case 'none':
      return count > 0 ? 'accepts no arguments' : undefined;
    case 'exact':
      return count === arity.count ? undefined : `requires ${plural(arity.count)}`;
    case 'min':
      return count >= arity.count ? undefined : `requires at least ${plural(arity.count)}`;
    case 'max':
      return count <= arity.count ? undefined : `requires at most ${plural(arity.count)}`;
  }
}
