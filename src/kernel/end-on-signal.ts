import type { Process } from './process.ts';
import { ProcessKilled } from './scheduler.ts';
import type { Signal } from './signals.ts';

/** Lets a process catch a signal, also one that was ignored when it began, and end with a status of its own: nobody sees that it was signalled. */
export function endOnSignal(proc: Process, signal: Signal, status: number): void {
  proc.onSignal(signal, () => {
    try {
      proc.exit(status);
    } catch (error) {
      if (!(error instanceof ProcessKilled)) throw error;
    }
  });
}
