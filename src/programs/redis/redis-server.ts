import { toBytes } from '../../lib/bytes.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Listener, Socket } from '../../kernel/net/socket.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { strftime } from '../support/strftime.ts';
import { runRedisCommand, type CommandContext } from './redis-commands.ts';
import { encodeCommand, encodeReply, RespReader } from './resp.ts';
import { Store } from './store.ts';

const VERSION = '7.4.7';

/** redis-server: the commands of `redis-commands.ts` over RESP2. Simplified: one database, and dump.rdb holds commands instead of RDB. @see Redis 7.4 */
export const redisServer: Program = async (proc) => {
  const words = proc.argv.slice(1);
  if (words.some((word) => word === '--version' || word === '-v')) {
    await proc.out(
      `Redis server v=${VERSION} sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=2da9eb4a9bb2d7c7\n`,
    );
    return 0;
  }
  return new RedisServer(proc, readSettings(proc, words)).run();
};

/** Settings of a configuration file and of `--name value` words. */
function readSettings(proc: Process, words: readonly string[]): Map<string, string> {
  const settings = new Map([['port', '6379'], ['bind', '*'], ['dir', proc.files.cwd], ['appendonly', 'no'], ['save', '3600 1 300 100 60 10000'], ['dbfilename', 'dump.rdb'], ['maxmemory', '0'], ['requirepass', '']]); // prettier-ignore
  const [file] = words;
  if (file !== undefined && !file.startsWith('-') && proc.files.exists(file)) {
    for (const line of proc.files.readText(file).split('\n')) {
      const match = /^\s*([a-z-]+)\s+(.*)$/.exec(line);
      if (match?.[1]) settings.set(match[1], (match[2] ?? '').replace(/^"(.*)"$/, '$1'));
    }
  }
  for (let at = 0; at < words.length; at++) {
    const name = words[at] ?? '';
    if (!name.startsWith('--')) continue;
    const values: string[] = [];
    while (at + 1 < words.length && !words[at + 1]?.startsWith('--')) values.push(words[++at] ?? '');
    settings.set(name.slice(2), values.join(' '));
  }
  return settings;
}

class RedisServer {
  readonly #proc: Process;
  readonly #settings: Map<string, string>;
  readonly #store: Store;
  readonly #context: CommandContext;
  readonly #startMs: number;
  #stopping: 'SIGTERM' | 'SIGINT' | 'shutdown' | undefined;
  #clients = 0;

  constructor(proc: Process, settings: Map<string, string>) {
    this.#proc = proc;
    this.#settings = settings;
    this.#startMs = proc.now();
    const store = new Store(() => proc.now());
    this.#store = store;
    this.#context = {
      store,
      now: () => proc.now(),
      info: () => this.#info(),
      setting: (name) => settings.get(name),
      save: () => this.#save(),
    };
  }

  #log(text: string, mark = '*', role = 'M'): void | Promise<void> {
    return this.#proc.out(
      `${this.#proc.pid}:${role} ${strftime('%d %b %Y %H:%M:%S', this.#proc.now())}.${String(Math.floor(this.#proc.now() % 1000)).padStart(3, '0')} ${mark} ${text}\n`,
    );
  }

  get #port(): number {
    return Number(this.#settings.get('port') ?? 6379);
  }

  get #appends(): boolean {
    return this.#settings.get('appendonly') === 'yes';
  }

  #path(): string {
    const dir = this.#settings.get('dir') ?? '.';
    return this.#appends
      ? `${dir}/appendonlydir/appendonly.aof.1.incr.aof`
      : `${dir}/${this.#settings.get('dbfilename') ?? 'dump.rdb'}`;
  }

  async run(): Promise<number> {
    const proc = this.#proc;
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
      listener = proc.network.listen('0.0.0.0', this.#port);
    } catch (error) {
      if (!isSysError(error)) throw error;
      await this.#log(
        `Warning: Could not create server TCP listening socket *:${this.#port}: bind: ${error.message}`,
        '#',
      );
      await this.#log(`Failed listening on port ${this.#port} (tcp), aborting.`, '#');
      return 1;
    }
    await this.#log(`Running mode=standalone, port=${this.#port}.`);
    await this.#log('Server initialized');
    await this.#load();
    await this.#log('Ready to accept connections tcp');
    return this.#serve(listener);
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
        proc.thread('client', () => this.#client(socket));
      } catch (error) {
        if (!isSysError(error, 'EINTR')) throw error;
      }
    }
    if (this.#stopping !== 'shutdown')
      await this.#proc.out(
        `${this.#proc.pid}:signal-handler (${Math.floor(this.#proc.now() / 1000)}) Received ${this.#stopping} scheduling shutdown...\n`,
      );
    await this.#log('User requested shutdown...', '*');
    if (this.#appends) await this.#log('Calling fsync() on the AOF file.');
    if ((this.#settings.get('save') ?? '') !== '') {
      await this.#log('Saving the final RDB snapshot before exiting.');
      this.#save();
      await this.#log('DB saved on disk');
    }
    await this.#log('Redis is now ready to exit, bye bye...', '#');
    return 0;
  }

  async #client(socket: Socket): Promise<void> {
    const reader = new RespReader(() => socket.read(65536));
    this.#clients++;
    try {
      for (let words = await reader.command(); words; words = await reader.command()) {
        const turn = this.#proc.tick(5);
        if (turn) await turn;
        const name = words[0]?.toUpperCase();
        if (name === 'SHUTDOWN') {
          this.#stopping = 'shutdown';
          this.#proc.interrupt();
          break;
        }
        const { reply, wrote } =
          name === 'QUIT' ? { reply: { ok: 'OK' }, wrote: false } : runRedisCommand(words, this.#context);
        if (wrote && this.#appends)
          this.#proc.files.writeFile(this.#path(), encodeCommand(words), { append: true });
        await socket.write(toBytes(encodeReply(reply)));
        if (name === 'QUIT') break;
      }
    } catch (error) {
      if (!isSysError(error)) throw error;
    } finally {
      this.#clients--;
      socket.close();
    }
  }

  async #load(): Promise<void> {
    const { files } = this.#proc;
    const path = this.#path();
    if (this.#appends) files.mkdirAll(path.slice(0, path.lastIndexOf('/')), 0o755);
    if (!files.exists(path)) {
      if (this.#appends) await this.#log('Creating AOF base file appendonly.aof.1.base.rdb on server start');
      return;
    }
    let rest: Uint8Array | null = files.readFile(path);
    const reader = new RespReader(() => {
      const bytes = rest;
      rest = null;
      return Promise.resolve(bytes);
    });
    for (let words = await reader.command(); words; words = await reader.command())
      runRedisCommand(words, this.#context);
    this.#store.changes = 0;
    await this.#log(`Done loading RDB, keys loaded: ${this.#store.keys().length}, keys expired: 0.`);
    await this.#log('DB loaded from disk: 0.000 seconds');
  }

  #save(): void {
    if (this.#appends) return;
    const text = this.#store.toCommands().map(encodeCommand).join('');
    this.#proc.files.writeFile(this.#path(), text);
    this.#store.changes = 0;
  }

  #info(): string {
    const seconds = Math.floor((this.#proc.now() - this.#startMs) / 1000);
    const keys = this.#store.keys().length;
    return `# Server\r\nredis_version:${VERSION}\r\nredis_mode:standalone\r\nos:Linux ${this.#proc.machine.kernelRelease} x86_64\r\ntcp_port:${this.#port}\r\nuptime_in_seconds:${seconds}\r\n\r\n# Clients\r\nconnected_clients:${this.#clients}\r\n\r\n# Persistence\r\nrdb_changes_since_last_save:${this.#store.changes}\r\naof_enabled:${this.#appends ? 1 : 0}\r\n\r\n# Replication\r\nrole:master\r\nconnected_slaves:0\r\n\r\n# Keyspace\r\n${keys ? `db0:keys=${keys},expires=0,avg_ttl=0\r\n` : ''}`;
  }
}
