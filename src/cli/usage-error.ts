import { tableOf } from '../lib/table.ts';
import { CliError } from './cli-error.ts';
import type { Arity, Command } from './command.ts';
import { usageLine } from './flags/help.ts';

/** @throws CliError where a command has too few or too many arguments. @see docker/cli v28.2.2 cli/required.go */
export function checkArity(path: string, command: Command, args: readonly string[]): void {
  const problem = arityProblem(command.args, args.length);
  if (!problem) return;
  throw new CliError(
    `docker: 'docker ${path}' ${problem}\n\n${usageLine(path, command)}\n\n${hint(command.args)} 'docker ${path} --help' for more information`,
  );
}

/** The three words that the client's own functions have. */
function hint({ kind }: Arity): string {
  if (kind === 'min') return 'See';
  return kind === 'max' ? 'SRun' : 'Run';
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
    case 'range':
      return count >= arity.least && count <= arity.most
        ? undefined
        : `requires at least ${arity.least} and at most ${plural(arity.most)}`;
  }
}

/** No such command: below a group its usage follows. @see docker/cli v28.2.2 cmd/docker/docker.go */
export function unknownCommand(path: string, parent: string): CliError {
  const usage = parent ? `${groupUsage(parent)}\n\n` : '';
  const help = parent ? `docker ${parent}` : 'docker';
  return new CliError(
    `docker: unknown command: docker ${path}\n\n${usage}Run '${help} --help' for more information`,
  );
}

/** What some groups say behind their name. */
const GROUP_USES: Readonly<Record<string, string>> = tableOf({
  manifest: ' COMMAND',
  stack: ' [OPTIONS]',
  volume: ' COMMAND',
});

/** The usage of a group, as errors show it. */
export function groupUsage(path: string): string {
  return `Usage:  docker ${path}${GROUP_USES[path] ?? ''}`;
}
