import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';

/** The environment that --env-file and then --env ask for. @throws CliError for a file that can't be read */
export function environment(proc: Process, flags: FlagValues): string[] {
  return [
    ...flags.list('env-file').flatMap((path) => envFile(proc, path)),
    ...flags.list('env').flatMap((entry) => envEntry(proc, entry)),
  ];
}

/** A bare name passes the client's own value on, if it has one. */
function envEntry(proc: Process, entry: string): string[] {
  if (entry.includes('=')) return [entry];
  const value = proc.env.get(entry);
  return value === undefined ? [] : [`${entry}=${value}`];
}

function envFile(proc: Process, path: string): string[] {
  try {
    const lines = proc.files.readText(path).split('\n');
    return lines
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line) => envEntry(proc, line));
  } catch (error) {
    if (isSysError(error)) throw new CliError(`open ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}
