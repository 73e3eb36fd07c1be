import { ApiError } from '../../../api/api-error.ts';
import { CliError } from '../../cli-error.ts';

/**
 * What `run` and `create` say of flags that make no sense, and `run` of whatever its daemon refuses: the reason and where to read on.
 * Anything else is handed back as it is.
 * @see docker/cli v28.2.2 cli/command/container/run.go withHelp, toStatusError
 */
export function withHelp(error: unknown, command: 'run' | 'create', exitCode = 125): unknown {
  const reason = reasonOf(error);
  return reason === undefined
    ? error
    : new CliError(`docker: ${reason}\n\nRun 'docker ${command} --help' for more information`, exitCode);
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof ApiError) return `Error response from daemon: ${error.message}`;
  return error instanceof CliError ? error.message : undefined;
}
