import type { Filters } from '../../../api/engine-api.ts';
import { CliError } from '../../cli-error.ts';

/** The label of everything that belongs to a stack. */
export const NAMESPACE_LABEL = 'com.docker.stack.namespace';

/** Filters for what belongs to a stack, with others. @throws CliError for a name that is blank. @see docker/cli v28.2.2 cli/command/stack/swarm/common.go */
export function inStack(name: string, others: Filters = {}): Filters {
  if (name.trim() === '') throw new CliError(`invalid stack name: ${JSON.stringify(name)}`);
  return { ...others, label: [...(others['label'] ?? []), `${NAMESPACE_LABEL}=${name}`] };
}
