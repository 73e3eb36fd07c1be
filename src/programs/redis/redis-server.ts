import { isSysError } from '../../kernel/errno.ts';
import type { Listener } from '../../kernel/net/socket.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { strftime } from '../support/strftime.ts';
import { Client } from './client.ts';
import { Persistence } from './persistence.ts';
import { ServerState, VERSION } from './server-state.ts';
import { Serving } from './serving.ts';
import { readSettings, type Settings } from './settings.ts';

/** redis-server: RESP2 over TCP. Simplified: no replication, no cluster, no scripts, no streams. @see Redis 7.4 */
export const redisServer: Program = async (proc) => {
  const words = proc.argv.slice(1);
  if (words.some((word) => word === '--version' || word === '-v')) {
    await proc.out(
      `Redis server v=${VERSION} sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=2da9eb4a9bb2d7c7\n`,
    );
    return 0;
  }
  const read = readSettings(proc, words);
  if ('complaint' in read) {
    await proc.err(`${read.complaint}\n`);
    return 1;
  }
  return new RedisServer(proc, read.settings).run();
};

class RedisServer {
  readonly #proc: Process;
  readonly #server: ServerState;
  readonly #persistence: Persistence;
  readonly #serving: Serving;
  #stopping: 'SIGTERM' | 'SIGINT' | 'shutdown' | undefined;
  /** Whether SHUTDOWN said to save or not to. */
  #saves: boolean | undefined;

  constructor(proc: Process, settings: Settings) {
    this.#proc = proc;
    this.#server = new ServerState(settings, {
      pid: proc.pid,
      kernelRelease: proc.machine.kernelRelease,
      now: () => proc.now(),
      random: () => proc.random(),
      allocate: (bytes) => proc.allocate(bytes),
      save: () => this.#persistence.save(),
      saveLater: () => {
        proc.thread('bgsave', () => this.#persistence.saveInChild());
      },
      rewriteLog: () => this.#persistence.rewrite(),
      shutDown: (saves) => {
        this.#stopping = 'shutdown';
        this.#saves = saves;
        proc.interrupt();
      },
      flush: (client) => this.#serving.flushSoon(client),
      close: (client) => {
        client.closing = true;
        client.socket.close();
      },
      stall: (seconds) => {
        this.#serving.stalledUntil = proc.now() + seconds * 1000;
      },
    });
    this.#persistence = new Persistence(proc, this.#server, (...line) => this.#log(...line));
    this.#serving = new Serving(proc, this.#server, (writes) => this.#persistence.append(writes));
  }

  #log(text: string, mark = '*', role = 'M', pid = this.#proc.pid): void | Promise<void> {
    const now = this.#proc.now();
    return this.#proc.out(
      `${pid}:${role} ${strftime('%d %b %Y %H:%M:%S', now)}.${String(Math.floor(now % 1000)).padStart(3, '0')} ${mark} ${text}\n`,
    );
  }

  async run(): Promise<number> {
    const proc = this.#proc;
    const port = Number(this.#server.settings.get('port') ?? 6379);
    await this.#log('oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo', '*', 'C');
    await this.#log(
      `Redis version=${VERSION}, bits=64, commit=00000000, modified=0, pid=${proc.pid}, just started`,
      '*',
      'C',
    );
    if (proc.argv.length > 1) await this.#log('Configuration loaded', '*', 'C');
    else
      await this.#log(
        'Warning: no config file specified, using the default config. In order to specify a config file use redis-server /path/to/redis.conf',
        '#',
        'C',
      );
    await this.#log('monotonic clock: POSIX clock_gettime');
    let listener: Listener;
    try {
      listener = proc.network.listen('0.0.0.0', port);
    } catch (error) {
      if (!isSysError(error)) throw error;
      await this.#log(
        `Warning: Could not create server TCP listening socket *:${port}: bind: ${error.message}`,
        '#',
      );
      await this.#log(`Failed listening on port ${port} (tcp), aborting.`, '#');
      return 1;
    }
    await this.#log(`Running mode=standalone, port=${port}.`);
    await this.#log('Server initialized');
    await this.#persistence.load(this.#loader());
    await this.#log('Ready to accept connections tcp');
    return this.#serve(listener);
  }

  /** The client that runs the commands of the append-only file. */
  #loader(): Client {
    const [db] = this.#server.databases;
    if (!db) throw new Error('a server has databases');
    return new Client(0, NO_SOCKET, db, this.#proc.now(), true);
  }

  async #serve(listener: Listener): Promise<number> {
    const proc = this.#proc;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      proc.onSignal(signal, () => {
        this.#stopping = signal;
        proc.interrupt();
      });
    }
    while (this.#stopping === undefined) {
      try {
        const socket = await listener.accept();
        proc.thread('client', () => this.#serving.serve(socket));
      } catch (error) {
        if (!isSysError(error, 'EINTR')) throw error;
      }
    }
    await this.#shutDown();
    return 0;
  }

  async #shutDown(): Promise<void> {
    if (this.#stopping !== 'shutdown') {
      await this.#proc.out(
        `${this.#proc.pid}:signal-handler (${Math.floor(this.#proc.now() / 1000)}) Received ${this.#stopping ?? ''} scheduling shutdown...\n`,
      );
    }
    await this.#log('User requested shutdown...');
    if (this.#server.appends) await this.#log('Calling fsync() on the AOF file.');
    if (this.#saves ?? (this.#server.settings.get('save') ?? '') !== '') {
      await this.#log('Saving the final RDB snapshot before exiting.');
      this.#persistence.save();
      await this.#log('DB saved on disk');
    }
    await this.#log('Redis is now ready to exit, bye bye...', '#');
  }
}

/** For a client without a connection. */
const NO_SOCKET = {
  local: { address: '', port: 0 },
  remote: { address: '', port: 0 },
  read: () => Promise.resolve(null),
  write: () => Promise.resolve(),
  end: () => undefined,
  close: () => undefined,
  readable: () => false,
};
