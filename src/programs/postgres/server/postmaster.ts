import { isSysError, type SysError } from '../../../kernel/errno.ts';
import type { Listener, Socket } from '../../../kernel/net/socket.ts';
import type { Process } from '../../../kernel/process.ts';
import { strftime } from '../../support/strftime.ts';
import { fullVersion, platform } from '../version.ts';
import { StartFailure } from '../runtime/backend.ts';
import { ClientConnection } from './client-connection.ts';
import { readControlFile } from './control-file.ts';
import { SessionQueue } from './session-queue.ts';
import { SMALL_BUFFERS, type ServerSettings } from './settings.ts';

/** Signals and the way each shuts the server down. */
const SHUTDOWN = { SIGTERM: 'smart', SIGINT: 'fast', SIGQUIT: 'immediate' } as const;
/** `failed`: PostgreSQL could not be opened for a client. */
type Shutdown = (typeof SHUTDOWN)[keyof typeof SHUTDOWN] | 'failed';

/** Settings that the postmaster itself knows. */
const OWN_SETTINGS = /^(listen_addresses|port|unix_socket_directories)=/;

/** Memory that a client takes. */
const CLIENT_BYTES = 3 << 20;

/**
 * Listens, takes clients and shuts down; PostgreSQL itself is opened when the first client logs in, or at once where it has to recover.
 * Simplified: one process, where the real server has one for each client and some for itself.
 */
export class Postmaster {
  readonly #proc: Process;
  readonly #directory: string;
  readonly #settings: ServerSettings;
  readonly #queue: SessionQueue;
  readonly #clients = new Set<ClientConnection>();
  readonly #listeners: Listener[] = [];
  readonly #ownFiles: string[] = [];
  #shutdown: Shutdown | undefined;
  #nextPid: number;

  constructor(proc: Process, directory: string, settings: ServerSettings) {
    this.#proc = proc;
    this.#directory = directory;
    this.#settings = settings;
    this.#nextPid = proc.pid + 60;
    this.#queue = new SessionQueue(proc, { directory, settings: settings.overrides }, (line) =>
      proc.err(`${line}\n`),
    );
  }

  /** What a line of the log begins with: log_line_prefix `%m [%p] `. */
  prefix(pid = this.#proc.pid): string {
    const ms = this.#proc.now();
    const fraction = String(Math.floor(ms % 1000)).padStart(3, '0');
    return `${strftime('%Y-%m-%d %H:%M:%S', ms)}.${fraction} UTC [${pid}] `;
  }

  log(pid: number, severity: string, message: string): void | Promise<void> {
    return this.#proc.err(`${this.prefix(pid)}${severity}:  ${message}\n`);
  }

  async run(): Promise<number> {
    const proc = this.#proc;
    const say = (message: string): void | Promise<void> => this.log(proc.pid, 'LOG', message);
    const lock = await this.#lock();
    if (lock !== undefined) return lock;
    try {
      await say(`starting PostgreSQL ${fullVersion(proc.files)} on ${platform(proc.files)}`);
      if (!(await this.#listen(say))) return 1;
      if (!(await this.#recover())) return 1;
      this.#handleSignals();
      this.#writeStatus('ready');
      await say('database system is ready to accept connections');
      return await this.#serve(say);
    } finally {
      for (const listener of this.#listeners) listener.close();
      for (const path of this.#ownFiles) if (proc.files.exists(path)) proc.files.unlink(path);
    }
  }

  /** A server that is there already keeps this one out. @returns an exit status */
  async #lock(): Promise<number | undefined> {
    const path = `${this.#directory}/postmaster.pid`;
    const { files } = this.#proc;
    if (files.exists(path)) {
      const pid = Number(files.readText(path).split('\n')[0]);
      const isRunning =
        pid !== this.#proc.pid && pid !== this.#proc.ppid && this.#proc.processes().some((other) => other.pid === pid && other.state !== 'Z'); // prettier-ignore
      if (isRunning) {
        await this.log(this.#proc.pid, 'FATAL', `lock file "postmaster.pid" already exists`);
        await this.log(this.#proc.pid, 'HINT', `Is another postmaster (PID ${pid}) running in data directory "${this.#directory}"?`); // prettier-ignore
        return 1;
      }
    }
    this.#writeStatus('starting');
    const words = this.#proc.argv.map((word, at) => (at === 0 ? word : `"${word}"`));
    files.writeFile(`${this.#directory}/postmaster.opts`, `${words.join(' ')}\n`, { mode: 0o600 });
    this.#ownFiles.push(path);
    return undefined;
  }

  #writeStatus(status: string): void {
    const { port, socketFolder, listenAddresses } = this.#settings;
    const address = listenAddresses.split(',')[0]?.trim() ?? '';
    const lines = [this.#proc.pid, this.#directory, Math.floor(this.#proc.now() / 1000), port, socketFolder, address, '        0         0', status.padEnd(8)]; // prettier-ignore
    this.#proc.files.writeFile(`${this.#directory}/postmaster.pid`, `${lines.join('\n')}\n`, { mode: 0o600 });
  }

  async #listen(say: (message: string) => void | Promise<void>): Promise<boolean> {
    const { port, socketFolder, listenAddresses } = this.#settings;
    for (const name of listenAddresses.split(',').map((part) => part.trim())) {
      if (name === '') continue;
      const address = name === '*' ? '0.0.0.0' : name === 'localhost' ? '127.0.0.1' : name;
      try {
        this.#accept(this.#proc.network.listen(address, port), false);
        await say(`listening on IPv4 address "${address}", port ${port}`);
      } catch (error) {
        if (!isSysError(error)) throw error;
        return this.#cannotListen(error, `IPv4 address "${address}"`, port);
      }
    }
    if (socketFolder === '') return true;
    const path = `${socketFolder}/.s.PGSQL.${port}`;
    try {
      if (this.#proc.files.lstatIfAny(path)) this.#proc.files.unlink(path);
      const listener = this.#proc.listenUnix(path);
      this.#proc.files.chmod(path, 0o777);
      this.#ownFiles.push(path);
      this.#accept(listener, true);
      await say(`listening on Unix socket "${path}"`);
    } catch (error) {
      if (!isSysError(error)) throw error;
      await this.log(this.#proc.pid, 'FATAL', `could not create lock file "${path}.lock": ${error.message}`);
      return false;
    }
    return true;
  }

  async #cannotListen(error: SysError, what: string, port: number): Promise<false> {
    const { pid } = this.#proc;
    await this.log(pid, 'LOG', `could not bind ${what}: ${error.message}`);
    if (error.code === 'EADDRINUSE')
      await this.log(pid, 'HINT', `Is another postmaster already running on port ${port}? If not, wait a few seconds and retry.`); // prettier-ignore
    await this.log(pid, 'FATAL', 'could not create any TCP/IP sockets');
    return false;
  }

  /** Opens PostgreSQL where it has to recover, or to judge settings; else the first client does. */
  async #recover(): Promise<boolean> {
    const { wasShutDown, timeMs } = readControlFile(this.#proc.files, this.#directory);
    if (wasShutDown) {
      const time = strftime('%Y-%m-%d %H:%M:%S', timeMs);
      await this.log(this.#nextPid++, 'LOG', `database system was shut down at ${time} UTC`);
      if (
        this.#settings.overrides.every((setting) => setting === SMALL_BUFFERS || OWN_SETTINGS.test(setting))
      )
        return true;
    }
    try {
      await this.#queue.recover();
      return true;
    } catch (error) {
      if (!(error instanceof StartFailure)) throw error;
      if (!wasShutDown)
        await this.log(this.#proc.pid, 'LOG', 'aborting startup due to startup process failure');
      return false;
    }
  }

  #accept(listener: Listener, isLocal: boolean): void {
    this.#listeners.push(listener);
    this.#proc.thread('listener', async () => {
      for (;;) {
        let socket: Socket;
        try {
          socket = await listener.accept();
        } catch (error) {
          if (isSysError(error, 'EINTR')) continue;
          if (isSysError(error)) return;
          throw error;
        }
        this.#proc.thread('client', () => this.#client(socket, isLocal));
      }
    });
  }

  async #client(socket: Socket, isLocal: boolean): Promise<void> {
    const context = {
      proc: this.#proc,
      queue: this.#queue,
      directory: this.#directory,
      log: (pid: number, severity: string, message: string) => this.log(pid, severity, message),
    };
    const client = new ClientConnection(context, socket, this.#nextPid++, isLocal);
    this.#clients.add(client);
    this.#proc.allocate(CLIENT_BYTES);
    try {
      await client.run();
    } catch (error) {
      if (error instanceof StartFailure) this.#shutdown = 'failed';
      else if (!isSysError(error)) throw error;
    } finally {
      this.#proc.allocate(-CLIENT_BYTES);
      this.#clients.delete(client);
      if (this.#shutdown === 'smart' || this.#shutdown === 'failed') this.#proc.interrupt();
    }
  }

  #handleSignals(): void {
    for (const [signal, way] of Object.entries(SHUTDOWN)) {
      this.#proc.onSignal(signal as keyof typeof SHUTDOWN, () => {
        this.#shutdown = way;
        this.#proc.interrupt();
      });
    }
    this.#proc.onSignal('SIGHUP', () => {
      void this.log(this.#proc.pid, 'LOG', 'received SIGHUP, reloading configuration files');
    });
  }

  async #serve(say: (message: string) => void | Promise<void>): Promise<number> {
    let said: Shutdown | undefined;
    for (;;) {
      const way = this.#shutdown;
      if (way === 'failed') return 1;
      if (way !== undefined && way !== said) {
        said = way;
        await say(`received ${way} shutdown request`);
        for (const listener of this.#listeners) listener.close();
      }
      if (way === 'fast' || way === 'immediate' || (way === 'smart' && this.#clients.size === 0)) return this.#stop(way, say); // prettier-ignore
      try {
        await this.#proc.pause();
      } catch (error) {
        if (!isSysError(error, 'EINTR')) throw error;
      }
    }
  }

  async #stop(way: Shutdown, say: (message: string) => void | Promise<void>): Promise<number> {
    if (way === 'fast') await say('aborting any active transactions');
    for (const client of this.#clients) {
      try {
        await client.terminate(
          way === 'immediate'
            ? 'terminating connection because of immediate shutdown command'
            : 'terminating connection due to administrator command',
        );
      } catch (error) {
        if (!isSysError(error)) throw error;
      }
    }
    if (way === 'immediate') {
      this.#queue.abandon();
    } else if (!(await this.#queue.close())) {
      await this.log(this.#nextPid++, 'LOG', 'shutting down');
      await say('database system is shut down');
      return 0;
    }
    if (way === 'immediate') await say('database system is shut down');
    return 0;
  }
}
