import { isSysError } from '../../kernel/errno.ts';
import type { Socket } from '../../kernel/net/socket.ts';
import type { Waiting } from './command.ts';
import type { Reply } from './reply.ts';
import { byteArray, encodeReply } from './resp.ts';
import type { Database } from './store.ts';

/** One connection to the server and what it has set up. */
export class Client {
  readonly id: number;
  readonly socket: Socket;
  readonly connectedMs: number;
  db: Database;
  name = '';
  library = { name: '', version: '' };
  authenticated: boolean;
  /** Commands between MULTI and EXEC. */
  queue: string[][] | undefined;
  queueFailed = false;
  readonly watched: { readonly db: Database; readonly key: string; readonly version: number }[] = [];
  readonly channels = new Set<string>();
  readonly patterns = new Set<string>();
  monitors = false;
  /** What it waits for, if its last command blocks. */
  waiting: Waiting | undefined;
  /** Commands that came while it waits. */
  readonly pending: string[][] = [];
  lastCommand = 'NULL';
  lastMs: number;
  closing = false;
  #outbox: string[] = [];
  #writing = false;

  constructor(id: number, socket: Socket, db: Database, now: number, authenticated: boolean) {
    this.id = id;
    this.socket = socket;
    this.db = db;
    this.connectedMs = now;
    this.lastMs = now;
    this.authenticated = authenticated;
  }

  get subscriptions(): number {
    return this.channels.size + this.patterns.size;
  }

  /** Puts a reply in line; `flush` sends it. */
  reply(reply: Reply): void {
    this.#outbox.push(encodeReply(reply));
  }

  /** Sends what is in line. Where another thread is sending already, it goes on with this. */
  async flush(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    try {
      while (this.#outbox.length > 0) {
        const text = this.#outbox.join('');
        this.#outbox = [];
        await this.socket.write(byteArray(text));
      }
    } catch (error) {
      if (!isSysError(error)) throw error;
      this.closing = true;
    } finally {
      this.#writing = false;
    }
  }

  get hasReplies(): boolean {
    return this.#outbox.length > 0;
  }
}
