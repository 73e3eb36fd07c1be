import { isSysError } from '../../kernel/errno.ts';
import { ExpansionError } from '../control-flow.ts';
import type { Interpreter } from './interpreter.ts';

/** Waits of bash before it gives a fork up, in seconds. @see bash jobs.c make_child */
const PAUSES = [1, 2, 4, 8];

/** There are too many processes already. */
export class ForkFailure extends ExpansionError {
  readonly reason: string;
  /** Bash waited and tried again already. */
  readonly tried: boolean;

  constructor({ flavour }: Interpreter, reason: string, tried = false) {
    if (flavour === 'bash') super(`fork: ${reason}`, 'line');
    else super(flavour === 'ash' ? `can't fork: ${reason}` : 'Cannot fork', 'shell');
    this.reason = reason;
    this.tried = tried;
  }
}

/** The result of `fork`. @throws ForkFailure */
export function orForkFailure<T>(shell: Interpreter, fork: () => T, tried = false): T {
  try {
    return fork();
  } catch (error) {
    if (isSysError(error, 'EAGAIN')) throw new ForkFailure(shell, error.message, tried);
    throw error;
  }
}

/** The same, but bash waits and tries again. @throws ForkFailure */
export async function retryFork<T>(shell: Interpreter, fork: () => T): Promise<T> {
  for (const seconds of shell.flavour === 'bash' ? PAUSES : []) {
    try {
      return fork();
    } catch (error) {
      if (!isSysError(error, 'EAGAIN')) throw error;
      await pause(shell, error.message, seconds);
    }
  }
  return orForkFailure(shell, fork, true);
}

async function pause(shell: Interpreter, reason: string, seconds: number): Promise<void> {
  await shell.complain(`fork: retry: ${reason}`);
  await shell.proc.sleep(seconds * 1000);
}

/**
 * What bash does before it reports the failure. Simplified: where a subshell can't be forked it waits without trying again, which lets a fork bomb die out.
 */
export async function pauseForFork(shell: Interpreter, { reason, tried }: ForkFailure): Promise<void> {
  if (shell.flavour !== 'bash' || tried) return;
  for (const seconds of PAUSES) await pause(shell, reason, seconds);
}
