import { isSysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process } from '../../kernel/process.ts';
import { toBytes } from '../../lib/bytes.ts';
import { strftime } from '../support/strftime.ts';
import { ConfigError } from './parse-config.ts';
import type { NginxConfig } from './settings.ts';

/** Log files by path: opened by the master, written by all, whoever the workers are. Links to /dev/stdout work as in life. */
export class Logs {
  #files = new Map<string, OpenFile>();

  /** Opens what a configuration names, anew where it was open. @throws ConfigError where one can't be */
  async open(proc: Process, config: NginxConfig): Promise<void> {
    const files = new Map<string, OpenFile>();
    const blocks = config.servers.flatMap(({ settings, locations }) => [settings, ...locations.map((one) => one.settings)]); // prettier-ignore
    const paths = [
      config.errorLog,
      ...blocks.flatMap(({ accessLogs }) => accessLogs.map(({ path }) => path)),
    ];
    for (const path of new Set(paths)) {
      if (path === 'stderr' || path === 'off' || path.includes('$') || path.startsWith('syslog:')) continue;
      files.set(path, await openLog(proc, path));
    }
    for (const file of this.#files.values()) file.release();
    this.#files = files;
  }

  async write(proc: Process, path: string, text: string): Promise<void> {
    try {
      const file = this.#files.get(path);
      if (file) await file.write(toBytes(text));
      else if (path === 'stderr') await proc.err(text);
      else if (path.startsWith('/')) proc.files.writeFile(path, text, { append: true });
    } catch (error) {
      if (!isSysError(error)) throw error;
    }
  }
}

async function openLog(proc: Process, path: string): Promise<OpenFile> {
  const full = path.startsWith('/') ? path : `/etc/nginx/${path}`;
  try {
    const file = await proc.open(full, { read: false, append: true, write: true, create: true });
    file.retain();
    return file;
  } catch (error) {
    if (!isSysError(error)) throw error;
    const number = error.code === 'EACCES' ? 13 : error.code === 'EISDIR' ? 21 : 2;
    throw new ConfigError(`open() "${full}" failed (${number}: ${error.message})`);
  }
}

/** Logs to the error log as `pid#tid` of the process that says it. */
export function createLogger(
  proc: Process,
  config: NginxConfig,
  logs: Logs,
): (level: string, text: string) => Promise<void> {
  return (level, text) =>
    logs.write(
      proc,
      config.errorLog,
      `${strftime('%Y/%m/%d %H:%M:%S', proc.now())} [${level}] ${proc.pid}#${proc.pid}: ${text}\n`,
    );
}
