import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import { strftime } from '../support/strftime.ts';
import type { NginxConfig } from './settings.ts';

/** Appends to a log; links to /dev/stdout work as in life. */
export async function appendLog(proc: Process, path: string, text: string): Promise<void> {
  try {
    if (path === 'stderr' || path === '/dev/stderr') return void (await proc.err(text));
    const file = await proc.open(path, { read: false, append: true, write: true, create: true });
    file.retain();
    await file.write(new TextEncoder().encode(text));
    file.release();
  } catch (error) {
    if (!isSysError(error)) throw error;
  }
}

/** Logs to the error log as `pid#tid` of the process that says it. */
export function createLogger(
  proc: Process,
  config: NginxConfig,
): (level: string, text: string) => Promise<void> {
  return (level, text) =>
    appendLog(
      proc,
      config.errorLog,
      `${strftime('%Y/%m/%d %H:%M:%S', proc.now())} [${level}] ${proc.pid}#${proc.pid}: ${text}\n`,
    );
}
