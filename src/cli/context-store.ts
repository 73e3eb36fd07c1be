import type { Process } from '../kernel/process.ts';
import { sha256Hex } from '../lib/sha256.ts';
import { CliError } from './cli-error.ts';

/** The one context there is. Simplified: real clients keep more of them, with endpoints of their own. */
export const DEFAULT_CONTEXT = 'default';

export const HOST_OVERRIDES =
  'Warning: DOCKER_HOST environment variable overrides the active context. To use a context, either set the global --context flag, or unset DOCKER_HOST environment variable.\n';

/** @throws CliError for a context that is not there. @see docker/cli v28.2.2 cli/context/store/metadatastore.go */
export function findContext(proc: Process, name: string): void {
  if (name === DEFAULT_CONTEXT) return;
  const home = proc.env.get('HOME') ?? '/root';
  const path = `${home}/.docker/contexts/meta/${sha256Hex(name)}/meta.json`;
  throw new CliError(`context "${name}": context not found: open ${path}: no such file or directory`);
}

/** The context that --context or DOCKER_CONTEXT names, before a connection. @throws CliError */
export function checkContext(proc: Process, name: string): void {
  try {
    findContext(proc, name);
  } catch (error) {
    throw new CliError(
      `Failed to initialize: unable to resolve docker endpoint: ${(error as Error).message}`,
    );
  }
}
