import { isSysError } from '../kernel/errno.ts';
import type { Process, Program } from '../kernel/process.ts';

/** The machine's first process: takes in orphans. */
export const init: Program = async (proc) => {
  proc.onSignal('SIGCHLD', () => proc.interrupt());
  for (;;) await reapOrWait(proc);
};

async function reapOrWait(proc: Process): Promise<void> {
  try {
    await proc.wait(-1);
  } catch (error) {
    if (isSysError(error, 'EINTR')) return;
    if (!isSysError(error, 'ECHILD')) throw error;
    await proc.pause().catch((reason: unknown) => {
      if (!isSysError(reason, 'EINTR')) throw reason;
    });
  }
}
