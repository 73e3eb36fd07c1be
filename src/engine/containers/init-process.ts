import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { findInPath } from '../../kernel/exec-format.ts';
import { signalNumber, type Signal } from '../../kernel/signals.ts';

/** Where the daemon mounts it. */
export const INIT_PATH = '/sbin/docker-init';

const FORWARDED: readonly Signal[] = [
  'SIGHUP',
  'SIGINT',
  'SIGQUIT',
  'SIGTERM',
  'SIGUSR1',
  'SIGUSR2',
  'SIGWINCH',
];

/** `docker run --init`: a pid 1 that passes signals on, reaps orphans and ends with its child's status. @see krallin/tini v0.19 */
export function createInit(argv: readonly string[], path: string | undefined): Program {
  return async (proc) => {
    const child = spawnChild(proc, argv, path);
    if (child === undefined) {
      await proc.err(
        `[FATAL tini (${proc.pid + 6})] exec ${argv[0] ?? ''} failed: No such file or directory\n`,
      );
      return 127;
    }
    for (const signal of FORWARDED) proc.onSignal(signal, () => passOn(proc, child, signal));
    for (;;) {
      const { pid, status } = await proc.wait(-1);
      if (pid !== child) continue;
      if ('code' in status) return status.code;
      if ('signal' in status) return 128 + signalNumber(status.signal);
    }
  };
}

function spawnChild(proc: Process, argv: readonly string[], path: string | undefined): number | undefined {
  try {
    return proc.spawn(findInPath(proc.files, argv[0] ?? '', path), argv, { pgid: 0 });
  } catch (error) {
    if (isSysError(error)) return undefined;
    throw error;
  }
}

function passOn(proc: Process, child: number, signal: Signal): void {
  try {
    proc.kill(child, signal);
  } catch (error) {
    if (!isSysError(error, 'ESRCH')) throw error;
  }
}
