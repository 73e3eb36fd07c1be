import { isSysError } from '../kernel/errno.ts';
import type { Process, Program } from '../kernel/process.ts';

/** The machine's first process: takes in orphans. `services` starts the threads of what the machine offers. */
export function createInit(services: (proc: Process) => void): Program {
  return async (proc) => {
    proc.onSignal('SIGCHLD', () => proc.interrupt());
    services(proc);
    for (;;) await reapOrWait(proc);
  };
}

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
