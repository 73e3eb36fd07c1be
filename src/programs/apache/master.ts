import { isSysError } from '../../kernel/errno.ts';
import type { Listener } from '../../kernel/net/socket.ts';
import type { Process } from '../../kernel/process.ts';
import { daemonDescriptors } from '../support/daemon-descriptors.ts';
import { LogFiles } from '../support/log-files.ts';
import { waitForEnd } from '../support/spawn.ts';
import { findGroup, findUser } from '../support/users.ts';
import { isLogged } from './log-level.ts';
import type { CommandLine } from './command-line.ts';
import { ConfigError } from './config-node.ts';
import { serverHeader } from './finish-response.ts';
import { checkLoaded, loadConfig, nameComplaint, ownAddress } from './load-config.ts';
import { errorLine, openLogs } from './logs.ts';
import { MemberTurns } from './proxy.ts';
import type { ApacheConfig } from './settings.ts';
import { work } from './worker.ts';

type Command = 'SIGTERM' | 'SIGWINCH' | 'SIGHUP' | 'SIGUSR1';

const SAID: Readonly<Record<Command, string>> = {
  SIGTERM: 'AH00491: caught SIGTERM, shutting down',
  SIGWINCH: 'AH00492: caught SIGWINCH, shutting down gracefully',
  SIGHUP: 'AH00494: SIGHUP received.  Attempting to restart',
  SIGUSR1: 'AH00493: SIGUSR1 received.  Doing graceful restart',
};

/** The first process: holds listeners, logs and children, and obeys signals. @see httpd server/mpm/event */
export class Master {
  /** The process that the listeners belong to: in the background, the one that went there. */
  #proc: Process;
  readonly #line: CommandLine;
  readonly #called: string;
  #config: ApacheConfig;
  #listeners = new Map<string, Listener>();
  #logs = new LogFiles();
  #children: number[] = [];
  #command: Command | undefined;

  constructor(proc: Process, line: CommandLine, called: string, config: ApacheConfig) {
    this.#proc = proc;
    this.#line = line;
    this.#called = called;
    this.#config = config;
  }

  /** @throws ConfigError */
  async run(): Promise<number> {
    this.#findUser();
    this.#listen();
    this.#logs = await openLogs(this.#proc, this.#config);
    if (this.#line.defines.includes('FOREGROUND')) return this.#master(this.#proc);
    // A listener ends with the process that opened it, so the one in the background opens its own.
    for (const listener of this.#listeners.values()) listener.close();
    this.#listeners.clear();
    const fds = await daemonDescriptors(this.#proc);
    this.#proc.fork((child) => this.#detached(child), { newSession: true, fds });
    return 0;
  }

  /** Who the children are. @throws ConfigError */
  #findUser(): { uid: number; gid: number } {
    const { files, uid: own, gid: ownGroup } = this.#proc;
    const { user, group } = this.#config;
    const uid = findUser(files, user.replace(/^#/, ''));
    const gid = findGroup(files, group.replace(/^#/, ''));
    if (uid === undefined && user !== '#-1')
      throw new ConfigError(`AH00543: ${this.#called}: bad user name ${user}`);
    if (gid === undefined && group !== '#-1')
      throw new ConfigError(`AH00544: ${this.#called}: bad group name ${group}`);
    return own === 0 ? { uid: uid ?? own, gid: gid ?? ownGroup } : { uid: own, gid: ownGroup };
  }

  /** @throws ConfigError where a port is taken */
  #listen(): void {
    const failed = (text: string): ConfigError =>
      new ConfigError(`${text}no listening sockets available, shutting down\nAH00015: Unable to open logs`);
    const wanted = new Map(this.#config.listens.map((one) => [`${one.address}:${one.port}`, one]));
    if (wanted.size === 0) throw failed('');
    for (const [key, { address, port }] of wanted) {
      if (this.#listeners.has(key)) continue;
      try {
        this.#listeners.set(key, this.#proc.network.listen(address, port));
      } catch (error) {
        if (!isSysError(error)) throw error;
        const number = error.code === 'EADDRINUSE' ? 98 : error.code === 'EACCES' ? 13 : 99;
        throw failed(
          `(${number})${error.message}: AH00072: make_sock: could not bind to address ${address}:${port}\n`,
        );
      }
    }
    for (const [key, listener] of this.#listeners) {
      if (wanted.has(key)) continue;
      listener.close();
      this.#listeners.delete(key);
    }
  }

  async #log(proc: Process, module: string, text: string): Promise<void> {
    if (!isLogged('notice', this.#config.main.logLevel)) return;
    await this.#logs.write(proc, this.#config.main.errorLog, errorLine(proc, module, 'notice', text));
  }

  #detached(proc: Process): Promise<number> {
    this.#proc = proc;
    this.#listen();
    return this.#master(proc);
  }

  async #master(proc: Process): Promise<number> {
    proc.files.writeFile(this.#config.pidFile, `${proc.pid}\n`);
    const obey = (command: Command): void =>
      proc.onSignal(command, () => {
        this.#command = command;
        proc.interrupt();
      });
    for (const signal of ['SIGTERM', 'SIGWINCH', 'SIGHUP', 'SIGUSR1'] as const) obey(signal);
    proc.onSignal('SIGINT', () => {
      this.#command = 'SIGTERM';
      proc.interrupt();
    });
    await this.#start(proc);
    for (;;) {
      try {
        const { pid, status } = await proc.wait(-1);
        const at = this.#children.indexOf(pid);
        if (at >= 0) this.#children.splice(at, 1);
        if (at >= 0 && this.#command === undefined) {
          if ('signal' in status)
            await this.#log(proc, 'core', `AH00052: child pid ${pid} exit signal ${SIGNAL_TEXTS[status.signal] ?? status.signal}`); // prettier-ignore
          this.#startChildren(proc);
        }
      } catch (error) {
        if (!isSysError(error, 'EINTR') && !isSysError(error, 'ECHILD')) throw error;
      }
      const command = this.#command;
      if (command === undefined) continue;
      this.#command = undefined;
      await this.#log(proc, 'mpm_event', SAID[command]);
      if (command === 'SIGTERM' || command === 'SIGWINCH') return this.#shutDown(proc, command);
      if (!(await this.#restart(proc, command))) return 1;
    }
  }

  async #start(proc: Process): Promise<void> {
    this.#startChildren(proc);
    await this.#log(proc, 'mpm_event', `AH00489: ${serverHeader('full')} configured -- resuming normal operations`); // prettier-ignore
    const options = [
      ...(this.#line.root === undefined ? [] : [`-d ${this.#line.root}`]),
      ...(this.#line.config === undefined ? [] : [`-f ${this.#line.config}`]),
      ...this.#line.defines.map((name) => `-D ${name}`),
    ];
    await this.#log(proc, 'core', `AH00094: Command line: '${[this.#called, ...options].join(' ')}'`);
  }

  #startChildren(proc: Process): void {
    const shared = {
      config: this.#config,
      listeners: [...this.#listeners.values()],
      logs: this.#logs,
      turns: new MemberTurns(),
      serverName: ownAddress(proc),
    };
    while (this.#children.length < this.#config.startServers)
      this.#children.push(proc.fork((child) => work(child, shared), this.#findUser()));
  }

  /** False where the new configuration is wrong: then the server ends. */
  async #restart(proc: Process, how: Command): Promise<boolean> {
    const old = this.#children;
    this.#children = [];
    for (const pid of old) signalIfThere(proc, pid, how === 'SIGHUP' ? 'SIGTERM' : 'SIGUSR1');
    try {
      this.#config = loadConfig(proc, this.#line, this.#called);
      await proc.err(nameComplaint(proc, this.#config, this.#called));
      checkLoaded(proc, this.#config);
      this.#listen();
      this.#logs.close(proc);
      this.#logs = await openLogs(proc, this.#config);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      await proc.err(`${error.message}\n`);
      return false;
    }
    if (how === 'SIGHUP') for (const pid of old) await waitForEnd(proc, pid);
    await this.#start(proc);
    return true;
  }

  async #shutDown(proc: Process, how: Command): Promise<number> {
    for (const listener of this.#listeners.values()) listener.close();
    for (const pid of this.#children) signalIfThere(proc, pid, how === 'SIGTERM' ? 'SIGTERM' : 'SIGUSR1');
    for (const pid of this.#children) await waitForEnd(proc, pid);
    if (proc.files.exists(this.#config.pidFile)) proc.files.unlink(this.#config.pidFile);
    return 0;
  }
}

const SIGNAL_TEXTS: Readonly<Record<string, string>> = {
  SIGKILL: 'Killed (9)',
  SIGSEGV: 'Segmentation fault (11)',
  SIGABRT: 'Aborted (6)',
};

function signalIfThere(proc: Process, pid: number, signal: 'SIGTERM' | 'SIGUSR1'): void {
  try {
    proc.kill(pid, signal);
  } catch (error) {
    if (!isSysError(error, 'ESRCH')) throw error;
  }
}
