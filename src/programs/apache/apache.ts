import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { commandName } from '../support/command.ts';
import { parseCommandLine, usageText, type CommandLine } from './command-line.ts';
import { ConfigError } from './config-node.ts';
import { describeHosts, describeModules } from './describe-config.ts';
import { APACHE_VERSION } from './error-page.ts';
import { checkLoaded, loadConfig, nameComplaint, ownAddress, SERVER_ROOT } from './load-config.ts';
import { Master } from './master.ts';
import { STATIC_MODULES } from './modules.ts';
import type { ApacheConfig } from './settings.ts';

const VERSION = `Server version: Apache/${APACHE_VERSION} (Unix)\nServer built:   Nov  3 2025 22:44:01\n`;

const COMPILED = `Server's Module Magic Number: 20120211:141
Server loaded:  APR 1.7.5, APR-UTIL 1.6.3, PCRE 10.46 2025-08-27
Compiled using: APR 1.7.5, APR-UTIL 1.6.3, PCRE 10.46 2025-08-27
Architecture:   64-bit
Server MPM:     event
  threaded:     yes (fixed thread count)
    forked:     yes (variable process count)
Server compiled with....
 -D HTTPD_ROOT="${SERVER_ROOT}"
 -D SERVER_CONFIG_FILE="conf/httpd.conf"
`;

/** httpd: the Apache HTTP server, with a first process and children. @see httpd 2.4 */
export const apache: Program = async (proc) => {
  const called = commandName(proc);
  const line = parseCommandLine(proc.argv.slice(1));
  if (typeof line === 'string') {
    await proc.err(`${line === '' ? '' : `${called}: ${line}\n`}${usageText(proc.argv[0] ?? called)}`);
    return 1;
  }
  switch (line.mode) {
    case 'version':
      await proc.out(VERSION);
      return 0;
    case 'settings':
      await proc.out(VERSION + COMPILED);
      return 0;
    case 'static-modules':
      await proc.out(
        `Compiled in modules:\n${[...STATIC_MODULES.values()].map((name) => `  ${name}\n`).join('')}`,
      );
      return 0;
    case 'help':
      await proc.err(usageText(proc.argv[0] ?? called));
      return 1;
    default:
      return withConfig(proc, line, called);
  }
};

async function withConfig(proc: Process, line: CommandLine, called: string): Promise<number> {
  try {
    const config = loadConfig(proc, line, called);
    for (const notice of config.notices) proc.notice(notice);
    const complaint = nameComplaint(proc, config, called);
    await proc.err(complaint);
    if (line.mode === 'vhosts') await proc.out(describeHosts(proc, config, ownAddress(proc)));
    if (line.mode === 'modules') await proc.out(describeModules(config));
    if (line.mode === 'vhosts' || line.mode === 'modules') return 0;
    checkLoaded(proc, config);
    if (line.mode === 'test') {
      await proc.err('Syntax OK\n');
      return 0;
    }
    const done = await obeySignal(proc, line, config, called);
    if (done !== undefined) return done;
    // The configuration is read a second time before the server starts, as in life.
    await proc.err(complaint);
    return await new Master(proc, line, called, config).run();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    await proc.err(`${error.message}\n`);
    if (error.notice !== undefined) proc.notice(error.notice);
    return 1;
  }
}

/** `-k`: tells a running server; undefined where one is to be started. */
async function obeySignal(
  proc: Process,
  { signal }: CommandLine,
  { pidFile }: ApacheConfig,
  called: string,
): Promise<number | undefined> {
  const pid = proc.files.exists(pidFile) ? Number(proc.files.readText(pidFile).trim()) : undefined;
  const runs = pid !== undefined && isRunning(proc, pid);
  switch (signal) {
    case undefined:
      return undefined;
    case 'start':
      if (!runs) return undefined;
      await proc.out(`${called} (pid ${pid}) already running\n`);
      return 0;
    case 'stop':
    case 'graceful-stop':
      if (!runs) {
        await proc.out(`${called} (${pid === undefined ? 'no pid file' : `pid ${pid}?`}) not running\n`);
        return 0;
      }
      proc.kill(pid, signal === 'stop' ? 'SIGTERM' : 'SIGWINCH');
      return 0;
    default:
      if (!runs) {
        await proc.out(`${called} not running, trying to start\n`);
        return undefined;
      }
      proc.kill(pid, signal === 'restart' ? 'SIGHUP' : 'SIGUSR1');
      return 0;
  }
}

function isRunning(proc: Process, pid: number): boolean {
  try {
    proc.kill(pid, 0);
    return true;
  } catch (error) {
    if (isSysError(error, 'ESRCH')) return false;
    if (isSysError(error, 'EPERM')) return true;
    throw error;
  }
}
