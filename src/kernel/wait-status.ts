import type { WaitStatus } from './process.ts';
import type { Signal } from './signals.ts';

/** True for a process that a signal ended. */
export function isSignalStatus(status: WaitStatus): status is { readonly signal: Signal } {
  return 'signal' in status;
}
