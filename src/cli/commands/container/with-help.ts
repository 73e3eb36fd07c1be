import { ApiError } from '../../../api/api-error.ts';
import { CliError } from '../../cli-error.ts';

/**
 * What `run` and `create` say of flags that make no sense, and `run` of whatever its daemon refuses: the reason and where to read on.
 * Anything else is handed back as it is.
 * @see docker/cli v28.2.2 cli/command/container/run.go withHelp, toStatusError
 */
export function withHelp(error: unknown, command: 'run' | 'create'): unknown {
  const reason = reasonOf(error);
  if (reason === undefined || (error instanceof ApiError && error.kind === 'notSimulated')) return error;
  const text = `docker: ${reason}\n\nRun 'docker ${command} --help' for more information`;
  return new CliError(text, error instanceof ApiError ? exitCodeOf(reason) : 125);
}

/** The wire has no code for why a command could not be run: the client tells it by runc's words. */
function exitCodeOf(reason: string): number {
  if (/executable file not found|no such file or directory/.test(reason)) return 127;
  return /permission denied|is a directory/.test(reason) ? 126 : 125;
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof ApiError) return `Error response from daemon: ${error.message}`;
  return error instanceof CliError ? error.message : undefined;
}
