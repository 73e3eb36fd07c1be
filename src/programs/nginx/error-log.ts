import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import { LogFiles } from '../support/log-files.ts';
import { strftime } from '../support/strftime.ts';
import { ConfigError } from './parse-config.ts';
import type { NginxConfig } from './settings.ts';

/** The logs of a configuration: opened by the master, written by all, whoever the workers are. Links to /dev/stdout work as in life. */
export class Logs {
  #files = new LogFiles();

  /** Opens what a configuration names, anew where it was open. @throws ConfigError where one can't be */
  async open(proc: Process, config: NginxConfig): Promise<void> {
    const files = new LogFiles();
    const blocks = config.servers.flatMap(({ settings, locations }) => [settings, ...locations.map((one) => one.settings)]); // prettier-ignore
    const paths = [
      config.errorLog,
      ...blocks.flatMap(({ accessLogs }) => accessLogs.map(({ path }) => path)),
    ];
    for (const path of new Set(paths)) if (isFile(path)) await openLog(proc, files, absolute(path));
    this.#files.close(proc);
    this.#files = files;
  }

  /** The logs as a worker that starts now has them: later ones are not its own. */
  now(): (proc: Process, path: string, text: string) => Promise<void> {
    const files = this.#files;
    return async (proc, path, text) => {
      if (path === 'stderr') return void (await proc.err(text));
      return files.write(proc, absolute(path), text);
    };
  }
}

/** Logs whose name depends on the request, and those elsewhere, are no files to open. Simplified: nothing is written to them. */
const isFile = (path: string): boolean => !/^(stderr|off|syslog:.*)$|\$/.test(path);

const absolute = (path: string): string => (path.startsWith('/') ? path : `/etc/nginx/${path}`);

async function openLog(proc: Process, files: LogFiles, path: string): Promise<void> {
  try {
    await files.open(proc, path);
  } catch (error) {
    if (!isSysError(error)) throw error;
    const number = error.code === 'EACCES' ? 13 : error.code === 'EISDIR' ? 21 : 2;
    throw new ConfigError(`open() "${path}" failed (${number}: ${error.message})`);
  }
}

/** Logs to the error log as `pid#tid` of the process that says it. */
export function createLogger(
  proc: Process,
  config: NginxConfig,
  logs: Logs,
): (level: string, text: string) => Promise<void> {
  const write = logs.now();
  return (level, text) =>
    write(
      proc,
      config.errorLog,
      `${strftime('%Y/%m/%d %H:%M:%S', proc.now())} [${level}] ${proc.pid}#${proc.pid}: ${text}\n`,
    );
}
