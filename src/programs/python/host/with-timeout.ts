import { SysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';

/** A waiting call that ends after so many virtual seconds; less than 0 is no limit. @throws SysError ETIMEDOUT */
export async function withTimeout<T>(
  proc: Process,
  seconds: number,
  action: () => T | Promise<T>,
): Promise<T> {
  if (seconds < 0) return action();
  let done = false;
  let timedOut = false;
  proc.thread('timer', async () => {
    await proc.sleep(seconds * 1000);
    if (done) return;
    timedOut = true;
    proc.interrupt();
  });
  try {
    return await action();
  } catch (error) {
    if (timedOut) throw new SysError('ETIMEDOUT');
    throw error;
  } finally {
    done = true;
  }
}
