import { DurationError } from '../../../lib/go-duration.ts';
import { InstructionError } from './dockerfile-error.ts';
import { ExpansionError } from './shell-words.ts';

/** Whether an error is about what is written in the Dockerfile; any other is a mistake of ours. */
export function isTextError(error: unknown): error is Error {
  return (
    error instanceof InstructionError || error instanceof ExpansionError || error instanceof DurationError
  );
}
