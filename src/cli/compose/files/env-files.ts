import { CliError } from '../../cli-error.ts';
import { parseDotenv } from '../environment/dotenv.ts';
import type { ComposeHost } from '../load-options.ts';
import { warnOfMissing } from '../project/resolve-environment.ts';
import { ownEntry } from '../../../lib/table.ts';

/**
 * The variables of `.env` files, later ones over earlier ones; they may refer to those of the environment.
 * @param paths absolute
 * @throws CliError
 * @see compose-spec/compose-go v2.6.3 dotenv/env.go GetEnvFromFile
 */
export function readEnvFiles(
  paths: readonly string[],
  environment: Readonly<Record<string, string>>,
  host: ComposeHost,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const path of paths) {
    const kind = host.kindOf(path);
    if (kind === undefined) throw new CliError(`couldn't find env file: ${path}`);
    if (kind === 'directory') throw new CliError(`${path} is a directory`);
    Object.assign(found, readEnvFile(path, { ...found, ...environment }, host));
  }
  return found;
}

function readEnvFile(
  path: string,
  known: Readonly<Record<string, string>>,
  host: ComposeHost,
): Record<string, string> {
  try {
    const variables = parseDotenv(host.readFile(path), {
      get: (name) => ownEntry(known, name),
      missing: (name) => warnOfMissing(name, host),
    });
    return Object.fromEntries(variables);
  } catch (error) {
    throw new CliError(`failed to read ${path}: ${(error as Error).message}`);
  }
}
