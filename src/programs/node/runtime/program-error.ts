import { isSysError, SysError } from '../../../kernel/errno.ts';

/** An error for the program, with a code. */
export class ProgramError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What an error is shown as. */
export interface ErrorWords {
  /** The class's name. */
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** A call that must not wait does not end. */
export class Overrun extends Error {}

/** The host's own stack is at its end. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}

/** Errors of the machine and of the program's own kind are carried into the program; all else ends it. */
export function asCarried(error: unknown): ProgramError {
  if (error instanceof ProgramError) return error;
  if (isSysError(error)) return new ProgramError(error.code, error.message);
  // A buffer that no memory could hold.
  if (error instanceof RangeError && !isStackOverflow(error))
    return new ProgramError('ENOMEM', new SysError('ENOMEM').message);
  throw error;
}
