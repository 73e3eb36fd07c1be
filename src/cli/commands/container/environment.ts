import type { Process } from '../../../kernel/process.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { readKeyFile } from './env-file.ts';

/**
 * The environment that --env-file and then --env ask for. A bare name passes the client's own value on; where it has none, a file's line is left out and
 * a flag's goes to the daemon as it is: it takes the variable away.
 * @throws CliError for a file that can't be read
 * @see docker/cli v28.2.2 opts/env.go
 */
export function environment(proc: Process, flags: FlagValues): string[] {
  return [
    ...flags.list('env-file').flatMap((path) => readKeyFile(proc, path, 'env', (name) => proc.env.get(name))),
    ...flags.list('env').map((entry) => envEntry(proc, entry)),
  ];
}

function envEntry(proc: Process, entry: string): string {
  const value = entry.includes('=') ? undefined : proc.env.get(entry);
  return value === undefined ? entry : `${entry}=${value}`;
}
