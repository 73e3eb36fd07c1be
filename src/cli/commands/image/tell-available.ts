import { ApiError } from '../../../api/api-error.ts';
import type { Process } from '../../../kernel/process.ts';
import { groupTags } from './group-tags.ts';

/** Where a pull failed because the registry lacks the image: says beside the terminal what there is. */
export function tellAvailable(proc: Process, error: unknown): void {
  const available = error instanceof ApiError ? error.available : undefined;
  if (!available) return;
  const { repository, names } = available;
  proc.notice(
    repository === undefined
      ? `The registry of Drydock has these images: ${names.join(', ')}.`
      : `The registry of Drydock has these tags of ${repository}: ${groupTags(names)}.`,
  );
}
