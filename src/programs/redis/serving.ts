import { isSysError } from '../../kernel/errno.ts';
import type { Socket } from '../../kernel/net/socket.ts';
import type { Process } from '../../kernel/process.ts';
import { Client } from './client.ts';
import { isMonitored, monitorLine, retryWaiting, runCommand, type Write } from './dispatch.ts';
import { RedisError } from './reply.ts';
import { RespReader } from './resp.ts';
import type { ServerState } from './server-state.ts';

/** Serves clients: each has a thread that reads its commands; whoever wakes another sends that one's reply too. */
export class Serving {
  readonly #proc: Process;
  readonly #server: ServerState;
  readonly #written: (writes: readonly Write[]) => void;
  /** Until then DEBUG SLEEP lets nobody be served. */
  stalledUntil = 0;

  constructor(proc: Process, server: ServerState, written: (writes: readonly Write[]) => void) {
    this.#proc = proc;
    this.#server = server;
    this.#written = written;
  }

  async serve(socket: Socket): Promise<void> {
    const proc = this.#proc;
    const server = this.#server;
    const locked = (server.settings.get('requirepass') ?? '') !== '';
    const [db] = server.databases;
    if (!db) return;
    const client = new Client(server.nextId(), socket, db, proc.now(), !locked);
    const reader = new RespReader(() => socket.read(65536));
    server.clients.add(client);
    server.connections++;
    try {
      while (!client.closing) {
        const words = await reader.command();
        if (!words) break;
        const turn = proc.tick(5);
        if (turn) await turn;
        if (client.waiting) client.pending.push(words);
        else await this.#run(client, words);
      }
    } catch (error) {
      if (error instanceof RedisError) {
        client.reply({ error: error.message });
        await client.flush();
      } else if (!isSysError(error)) throw error;
    } finally {
      client.waiting = undefined;
      server.clients.delete(client);
      socket.close();
    }
  }

  async #pause(): Promise<void> {
    while (this.#proc.now() < this.stalledUntil) await this.#proc.sleep(this.stalledUntil - this.#proc.now());
  }

  async #run(client: Client, words: string[]): Promise<void> {
    await this.#pause();
    const server = this.#server;
    client.lastMs = this.#proc.now();
    const { reply, writes, ran = [] } = runCommand(server, client, words);
    for (const each of ran) this.#show(client, each);
    if (reply !== undefined) client.reply(reply);
    this.#written(writes);
    this.#serveReady();
    const { waiting } = client;
    if (waiting && waiting.seconds > 0) {
      this.#proc.thread('timeout', async () => {
        await this.#proc.sleep(waiting.seconds * 1000);
        if (client.waiting !== waiting) return;
        client.waiting = undefined;
        client.reply(waiting.otherwise);
        await this.#goOn(client);
      });
    }
    await this.#pause();
    await client.flush();
  }

  #show(client: Client, words: readonly string[]): void {
    if (!isMonitored(words)) return;
    for (const other of this.#server.clients) {
      if (!other.monitors) continue;
      other.reply({ ok: monitorLine(client, words, this.#proc.now()) });
      if (other !== client) this.flushSoon(other);
    }
  }

  /** Serves those who wait for keys that changed, longest first, until nothing changes any more. */
  #serveReady(): void {
    const server = this.#server;
    while (server.ready.size > 0) {
      const ready = new Map(server.ready);
      server.ready.clear();
      for (const client of server.clients) {
        const keys = client.waiting && ready.get(client.db);
        if (!keys || !client.waiting?.keys.some((key) => keys.has(key))) continue;
        const outcome = retryWaiting(server, client);
        if (outcome?.reply === undefined) continue;
        client.reply(outcome.reply);
        this.#written(outcome.writes);
        this.#proc.thread('wake', () => this.#goOn(client));
      }
    }
  }

  /** Sends a reply that was waited for and runs what the client asked since. */
  async #goOn(client: Client): Promise<void> {
    await client.flush();
    while (!client.waiting) {
      const words = client.pending.shift();
      if (!words) return;
      await this.#run(client, words);
    }
  }

  flushSoon(client: Client): void {
    this.#proc.thread('send', () => client.flush());
  }
}
