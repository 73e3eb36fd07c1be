import type { Client } from './client.ts';
import { RedisError } from './reply.ts';
import type { Settings } from './settings.ts';
import { Database } from './store.ts';

export const VERSION = '7.4.7';
const DATABASES = 16;

/** What the state needs of the process around it. */
export interface ServerHost {
  readonly pid: number;
  readonly kernelRelease: string;
  now(): number;
  random(): number;
  allocate(bytes: number): void;
  /** Writes everything to dump.rdb. */
  save(): void;
  /** The same in another process, soon. */
  saveLater(): void;
  rewriteLog(): void;
  shutDown(saves: boolean | undefined): void;
  /** Sends what is in line for a client. */
  flush(client: Client): void;
  close(client: Client): void;
  /** Does nothing for so long; nobody is served meanwhile. */
  stall(seconds: number): void;
}

/** Everything a server holds: databases, clients, settings, counts. */
export class ServerState {
  readonly settings: Settings;
  readonly host: ServerHost;
  readonly databases: readonly Database[];
  readonly clients = new Set<Client>();
  readonly startMs: number;
  readonly runId: string;
  /** Changes since the last save. */
  changes = 0;
  lastSaveMs: number;
  commands = 0;
  connections = 0;
  hits = 0;
  misses = 0;
  #nextId = 1;
  /** Keys that changed since somebody looked for clients that wait for them. */
  readonly ready = new Map<Database, Set<string>>();

  constructor(settings: Settings, host: ServerHost) {
    this.settings = settings;
    this.host = host;
    this.startMs = host.now();
    this.lastSaveMs = this.startMs;
    this.runId = Array.from({ length: 5 }, () => host.random().toString(16).padStart(8, '0')).join('');
    this.databases = Array.from(
      { length: DATABASES },
      (_, index) => new Database(index, () => host.now(), (db, key) => this.#changed(db, key)), // prettier-ignore
    );
  }

  #changed(db: Database, key: string): void {
    this.changes++;
    const keys = this.ready.get(db);
    if (keys) keys.add(key);
    else this.ready.set(db, new Set([key]));
  }

  nextId(): number {
    return this.#nextId++;
  }

  random(): number {
    return this.host.random();
  }

  allocate(bytes: number): void {
    this.host.allocate(bytes);
  }

  /** @throws RedisError */
  database(text: string | undefined, complaint = 'ERR invalid DB index'): Database {
    if (!/^-?\d+$/.test(text ?? '')) throw new RedisError(complaint);
    const found = this.databases[Number(text)];
    if (!found) throw new RedisError('ERR DB index is out of range');
    return found;
  }

  get appends(): boolean {
    return this.settings.get('appendonly') === 'yes';
  }

  /** Sends a message to those who listen. @returns how many */
  publish(channel: string, message: string, matches: (pattern: string) => boolean): number {
    let reached = 0;
    for (const client of this.clients) {
      if (client.channels.has(channel)) {
        client.reply(['message', channel, message]);
        reached++;
      }
      for (const pattern of client.patterns)
        if (matches(pattern)) {
          client.reply(['pmessage', pattern, channel, message]);
          reached++;
        }
      if (client.hasReplies) this.host.flush(client);
    }
    return reached;
  }
}
