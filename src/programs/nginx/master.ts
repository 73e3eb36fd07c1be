import { isSysError } from '../../kernel/errno.ts';
import type { Listener } from '../../kernel/net/socket.ts';
import type { Process } from '../../kernel/process.ts';
import { daemonDescriptors } from '../support/daemon-descriptors.ts';
import { waitForEnd } from '../support/spawn.ts';
import { findUser } from '../support/users.ts';
import { Balancer } from './balancer.ts';
import type { CommandLine } from './command-line.ts';
import { Connections } from './connections.ts';
import { createLogger, Logs } from './error-log.ts';
import { loadConfig } from './load-config.ts';
import { nginxVersion } from './pages.ts';
import { ConfigError } from './parse-config.ts';
import type { NginxConfig } from './settings.ts';
import { work } from './worker.ts';

/** What a master calls itself in the list of processes. */
export const titleOf = (argv: readonly string[]): string => `nginx: master process ${argv.join(' ')}`;

/** Official images are built with their distribution's compiler. */
export function compilerOf(proc: Process): string {
  return proc.files.exists('/etc/alpine-release')
    ? 'gcc 15.2.0 (Alpine 15.2.0)'
    : 'gcc 14.2.0 (Debian 14.2.0-19)';
}

/** The master: holds the listeners and workers, and obeys signals. */
export class Master {
  /** The process that the listeners belong to: in the background, the one that went there. */
  #proc: Process;
  readonly #line: CommandLine;
  #config: NginxConfig;
  #listeners = new Map<string, Listener>();
  readonly #connections = new Connections();
  readonly #logs = new Logs();
  #balancer: Balancer;
  #workers: number[] = [];
  #command: 'stop' | 'quit' | 'reload' | 'reopen' | undefined;

  constructor(proc: Process, line: CommandLine, config: NginxConfig, balancer: Balancer) {
    this.#proc = proc;
    this.#line = line;
    this.#config = config;
    this.#balancer = balancer;
  }

  async run(): Promise<number> {
    await this.#logs.open(this.#proc, this.#config);
    this.#listen();
    if (!this.#config.daemon) return this.#master(this.#proc);
    // A listener ends with the process that opened it, so the one in the background opens its own.
    for (const listener of this.#listeners.values()) listener.close();
    this.#listeners.clear();
    const fds = await daemonDescriptors(this.#proc);
    this.#proc.fork((child) => this.#detached(child), {
      argv: [titleOf(this.#proc.argv)],
      newSession: true,
      fds,
    });
    return 0;
  }

  /** @throws ConfigError where a port is taken */
  #listen(): void {
    const wanted = new Set(
      this.#config.servers.flatMap(({ listens }) => listens.map(({ address, port }) => `${address}:${port}`)),
    );
    for (const key of wanted) {
      if (this.#listeners.has(key)) continue;
      const [address = '0.0.0.0', port] = key.split(':');
      try {
        this.#listeners.set(key, this.#proc.network.listen(address, Number(port)));
      } catch (error) {
        if (!isSysError(error)) throw error;
        throw new ConfigError(
          `bind() to ${key} failed (${error.code === 'EADDRINUSE' ? 98 : error.code === 'EACCES' ? 13 : 99}: ${error.message})`,
        );
      }
    }
    for (const [key, listener] of this.#listeners) {
      if (wanted.has(key)) continue;
      listener.close();
      this.#listeners.delete(key);
    }
  }

  #detached(proc: Process): Promise<number> {
    this.#proc = proc;
    this.#listen();
    return this.#master(proc);
  }

  async #master(proc: Process): Promise<number> {
    const log = (level: string, text: string): Promise<void> =>
      createLogger(proc, this.#config, this.#logs)(level, text);
    proc.files.writeFile(this.#config.pidFile, `${proc.pid}\n`);
    for (const text of [
      'using the "epoll" event method',
      `nginx/${nginxVersion(proc)}`,
      `built by ${compilerOf(proc)} `,
      `OS: Linux ${proc.machine.kernelRelease}`,
      'getrlimit(RLIMIT_NOFILE): 1048576:1048576',
      'start worker processes',
    ])
      await log('notice', text);
    await this.#startWorkers(proc, log);
    const obey = (command: 'stop' | 'quit' | 'reload' | 'reopen') => (): void => {
      this.#command = command;
      proc.interrupt();
    };
    proc.onSignal('SIGTERM', obey('stop'));
    proc.onSignal('SIGINT', obey('stop'));
    proc.onSignal('SIGQUIT', obey('quit'));
    proc.onSignal('SIGHUP', obey('reload'));
    proc.onSignal('SIGUSR1', obey('reopen'));
    for (const ignored of ['SIGWINCH', 'SIGUSR2'] as const) proc.onSignal(ignored, 'ignore');
    for (;;) {
      try {
        const { pid, status } = await proc.wait(-1);
        await log('notice', `signal 17 (SIGCHLD) received from ${pid}`);
        if ('signal' in status)
          await log(
            'alert',
            `worker process ${pid} exited on signal ${status.signal === 'SIGKILL' ? 9 : 15}`,
          );
        const at = this.#workers.indexOf(pid);
        if (at >= 0) this.#workers.splice(at, 1);
        if (at >= 0 && this.#command === undefined) await this.#startWorkers(proc, log);
      } catch (error) {
        if (!isSysError(error, 'EINTR') && !isSysError(error, 'ECHILD')) throw error;
      }
      if (this.#command === 'reopen') {
        this.#command = undefined;
        await log('notice', 'signal 10 (SIGUSR1) received, reopening logs');
        await this.#logs.open(proc, this.#config);
      } else if (this.#command === 'reload') await this.#reload(proc, log);
      else if (this.#command !== undefined) return this.#shutDown(proc, log, this.#command);
    }
  }

  async #startWorkers(proc: Process, log: (level: string, text: string) => Promise<void>): Promise<void> {
    const count = this.#config.workers || proc.machine.cpus;
    const uid =
      proc.uid === 0 && this.#config.user !== undefined
        ? (findUser(proc.files, this.#config.user) ?? 0)
        : proc.uid;
    while (this.#workers.length < count) {
      const [config, balancer] = [this.#config, this.#balancer];
      const listeners = [...this.#listeners.values()];
      const pid = proc.fork(
        (child) => work(child, config, listeners, this.#connections, balancer, this.#logs),
        {
          argv: ['nginx: worker process'],
          uid,
          gid: proc.gid,
        },
      );
      this.#workers.push(pid);
      await log('notice', `start worker process ${pid}`);
    }
  }

  async #reload(proc: Process, log: (level: string, text: string) => Promise<void>): Promise<void> {
    this.#command = undefined;
    await log('notice', 'signal 1 (SIGHUP) received, reconfiguring');
    await log('notice', 'reconfiguring');
    try {
      const config = loadConfig(proc, this.#line);
      const balancer = new Balancer();
      await balancer.load(proc.network, config.upstreams);
      for (const warning of config.warnings) await log('warn', warning);
      this.#config = config;
      this.#balancer = balancer;
      await this.#logs.open(proc, config);
      this.#listen();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      return log('emerg', error.message);
    }
    const old = this.#workers;
    this.#workers = [];
    await log('notice', 'using the "epoll" event method');
    await log('notice', 'start worker processes');
    await this.#startWorkers(proc, log);
    for (const pid of old) signalIfThere(proc, pid, 'SIGQUIT');
  }

  async #shutDown(
    proc: Process,
    log: (level: string, text: string) => Promise<void>,
    how: 'stop' | 'quit',
  ): Promise<number> {
    await log(
      'notice',
      how === 'stop' ? 'signal 15 (SIGTERM) received, exiting' : 'signal 3 (SIGQUIT) received, shutting down',
    );
    for (const listener of this.#listeners.values()) listener.close();
    for (const pid of this.#workers) signalIfThere(proc, pid, how === 'stop' ? 'SIGTERM' : 'SIGQUIT');
    for (const pid of this.#workers) {
      await waitForEnd(proc, pid);
      await log('notice', `signal 17 (SIGCHLD) received from ${pid}`);
      await log('notice', `worker process ${pid} exited with code 0`);
    }
    await log('notice', 'exit');
    if (proc.files.exists(this.#config.pidFile)) proc.files.unlink(this.#config.pidFile);
    return 0;
  }
}

function signalIfThere(proc: Process, pid: number, signal: 'SIGTERM' | 'SIGQUIT'): void {
  try {
    proc.kill(pid, signal);
  } catch (error) {
    if (!isSysError(error, 'ESRCH')) throw error;
  }
}
