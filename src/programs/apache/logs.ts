import { isSysError } from '../../kernel/errno.ts';
import { dirName } from '../../kernel/files/path.ts';
import type { Process } from '../../kernel/process.ts';
import { LogFiles } from '../support/log-files.ts';
import { strftime } from '../support/strftime.ts';
import { ConfigError } from './config-node.ts';
import type { ApacheConfig } from './settings.ts';

/** `[Sun Nov 29 09:48:14.207383 2026] [core:notice] [pid 1:tid 1] text`, with its end. */
export function errorLine(proc: Process, module: string, level: string, text: string): string {
  const now = proc.now();
  const micros = String(Math.floor((now % 1000) * 1000)).padStart(6, '0');
  const time = `${strftime('%a %b %d %H:%M:%S', now)}.${micros} ${strftime('%Y', now)}`;
  return `[${time}] [${module}:${level}] [pid ${proc.pid}:tid ${proc.pid}] ${text}\n`;
}

/** Opens every log of a configuration. @throws ConfigError where one can't be */
export async function openLogs(proc: Process, config: ApacheConfig): Promise<LogFiles> {
  const logs = new LogFiles();
  for (const host of [config.main, ...config.hosts]) {
    await openLog(proc, logs, host.errorLog, 'error log file');
    for (const { path } of host.accessLogs) await openLog(proc, logs, path, 'log file');
  }
  return logs;
}

async function openLog(proc: Process, logs: LogFiles, path: string, what: string): Promise<void> {
  if (logs.has(path)) return;
  try {
    await logs.open(proc, path);
  } catch (error) {
    if (!isSysError(error)) throw error;
    const number = error.code === 'EACCES' ? 13 : error.code === 'EISDIR' ? 21 : 2;
    const code = what === 'log file' ? 'AH00649' : 'AH00091: httpd';
    throw new ConfigError(
      `(${number})${error.message}: ${code}: could not open ${what} ${path}.\nAH00015: Unable to open logs`,
    );
  }
}

/** The folders of log files must be there before anything is opened. @throws ConfigError @see httpd core.c core_check_config */
export function checkLogFolders(proc: Process, config: ApacheConfig): void {
  for (const host of [config.main, ...config.hosts]) {
    if (proc.files.statIfAny(dirName(host.errorLog))?.type !== 'directory')
      throw new ConfigError(`(2)No such file or directory: AH02291: Cannot access directory '${dirName(host.errorLog)}/' for ${host.addresses ? `error log of vhost defined at ${host.file}:${host.line}` : 'main error log'}\nAH00014: Configuration check failed`); // prettier-ignore
    for (const { path } of host.accessLogs)
      if (proc.files.statIfAny(dirName(path))?.type !== 'directory')
        throw new ConfigError(`(2)No such file or directory: AH02297: Cannot access directory '${dirName(path)}/' for log file '${path}'\nAH00014: Configuration check failed`); // prettier-ignore
  }
}
