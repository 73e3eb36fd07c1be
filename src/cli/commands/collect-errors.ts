import { ApiError } from '../../api/api-error.ts';
import { CliError } from '../cli-error.ts';

/** What an error says on stderr. @throws what is no refusal of Docker's */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError && error.kind !== 'notSimulated')
    return `Error response from daemon: ${error.message}`;
  if (error instanceof CliError) return error.message;
  throw error;
}

/** Does something for each item, all of them, and then gives up with what went wrong, a line each. @throws CliError */
export async function forAll<T>(items: Iterable<T>, run: (item: T) => Promise<void>): Promise<void> {
  const errors: string[] = [];
  for (const item of items) {
    try {
      await run(item);
    } catch (error) {
      errors.push(messageOf(error));
    }
  }
  if (errors.length > 0) throw new CliError(errors.join('\n'));
}
