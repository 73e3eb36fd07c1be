import { CliError } from '../cli-error.ts';
import { parseTimeOption } from '../opts/time-option.ts';
import type { ComposeContext } from './compose-command.ts';

/** `--since` or `--until` as the daemon wants it, where it is given. `told` words what is wrong with it. @throws CliError for a time that can't be read */
export function timeOption(
  { proc, flags }: ComposeContext,
  name: 'since' | 'until',
  told: (reason: string) => string = (reason) => reason,
): Record<string, string> {
  const text = flags.string(name);
  if (!text) return {};
  try {
    return { [name]: parseTimeOption(text, proc.now()) };
  } catch (error) {
    throw new CliError(told((error as Error).message));
  }
}
