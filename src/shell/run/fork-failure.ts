import { isSysError } from '../../kernel/errno.ts';
import { ExpansionError } from '../control-flow.ts';
import type { Interpreter } from './interpreter.ts';

/** Waits of bash before it gives a fork up, in seconds. */
const PAUSES = [1, 2, 4, 8];

/** There are too many processes already. */
export class ForkFailure extends ExpansionError {
  readonly reason: string;

  constructor({ flavour }: Interpreter, reason: string) {
    super(
      flavour === 'ash' ? `can't fork: ${reason}` : flavour === 'bash' ? `fork: ${reason}` : 'Cannot fork',
    );
    this.reason = reason;
  }
}

/** The result of `fork`. @throws ForkFailure */
export function orForkFailure<T>(shell: Interpreter, fork: () => T): T {
  try {
    return fork();
  } catch (error) {
    if (isSysError(error, 'EAGAIN')) throw new ForkFailure(shell, error.message);
    throw error;
  }
}

/**
 * What happens before the failure is reported. Simplified: bash really tries again after each pause; here it only says so, which lets a fork bomb die out.
 * @see bash jobs.c make_child
 */
export async function pauseForFork(shell: Interpreter, failure: ForkFailure): Promise<void> {
  if (shell.flavour !== 'bash') return;
  for (const seconds of PAUSES) {
    await shell.complain(`fork: retry: ${failure.reason}`);
    await shell.proc.sleep(seconds * 1000);
  }
}
