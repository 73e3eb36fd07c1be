import { ApiError } from '../../../api/api-error.ts';
import type { Process } from '../../../kernel/process.ts';

/** Where a pull failed because the registry lacks the image: says beside the terminal what there is. */
export function tellAvailable(proc: Process, error: unknown): void {
  const available = error instanceof ApiError ? error.available : undefined;
  if (!available) return;
  const { repository, names } = available;
  const what = repository === undefined ? 'these images' : `these tags of ${repository}`;
  proc.notice(`The registry of Drydock has ${what}: ${names.join(', ')}.`);
}
