import type { Process } from '../../kernel/process.ts';
import type { Client } from './client.ts';
import { runCommand, type Write } from './dispatch.ts';
import { decodeRdb, encodeRdb } from './rdb.ts';
import { byteArray, encodeCommand, fromBytes, RespReader } from './resp.ts';
import { VERSION, type ServerState } from './server-state.ts';
import { saveRules } from './settings.ts';

/** Writes a line of the server's log. */
export type Log = (text: string, mark?: string, role?: string, pid?: number) => void | Promise<void>;

/** dump.rdb and the append-only file of a server. */
export class Persistence {
  readonly #proc: Process;
  readonly #server: ServerState;
  readonly #log: Log;
  /** The database that the last command in the append-only file is for. */
  #logged: number | undefined;
  #saving = false;
  /** When the earliest rule of `save` that is known to hold will be looked at. */
  #due: number | undefined;

  constructor(proc: Process, server: ServerState, log: Log) {
    this.#proc = proc;
    this.#server = server;
    this.#log = log;
  }

  #setting(name: string): string {
    return this.#server.settings.get(name) ?? '';
  }

  get #dump(): string {
    return `${this.#setting('dir')}/${this.#setting('dbfilename')}`;
  }

  #logFile(end: string): string {
    return `${this.#setting('dir')}/${this.#setting('appenddirname')}/${this.#setting('appendfilename')}.${end}`;
  }

  /** Reads what was kept. */
  async load(client: Client): Promise<void> {
    const { files } = this.#proc;
    if (!this.#server.appends) {
      if (files.exists(this.#dump)) await this.#loadDump(this.#dump);
      this.#server.changes = 0;
      return;
    }
    if (files.exists(this.#logFile('manifest'))) await this.#loadLog(client);
    else await this.#createLog();
    this.#server.changes = 0;
  }

  async #loadDump(path: string, quiet = false): Promise<void> {
    const bytes = this.#proc.files.readFile(path);
    this.#proc.allocate(bytes.length * 2);
    const loaded = decodeRdb(fromBytes(bytes), this.#server, this.#proc.now());
    if (!loaded) {
      await this.#log('Wrong signature trying to load DB from file', '#');
      await this.#log('Fatal error loading the DB, check server logs. Exiting.', '#');
      this.#proc.exit(1);
    }
    if (quiet) return;
    await this.#log(`Loading RDB produced by version ${VERSION}`);
    await this.#log('RDB age 0 seconds');
    await this.#log('RDB memory usage when created 0.90 Mb');
    await this.#log(`Done loading RDB, keys loaded: ${loaded.keys}, keys expired: ${loaded.expired}.`);
    await this.#log('DB loaded from disk: 0.000 seconds');
  }

  async #createLog(): Promise<void> {
    await this.#log(`Creating AOF base file ${this.#setting('appendfilename')}.1.base.rdb on server start`);
    this.rewrite();
    await this.#log(`Creating AOF incr file ${this.#setting('appendfilename')}.1.incr.aof on server start`);
  }

  async #loadLog(client: Client): Promise<void> {
    const { files } = this.#proc;
    const name = this.#setting('appendfilename');
    if (files.exists(this.#logFile('1.base.rdb'))) {
      await this.#loadDump(this.#logFile('1.base.rdb'), true);
      await this.#log(`DB loaded from base file ${name}.1.base.rdb: 0.000 seconds`);
    }
    const path = this.#logFile('1.incr.aof');
    if (files.exists(path)) {
      let rest: Uint8Array | null = files.readFile(path);
      this.#proc.allocate(rest.length * 2);
      const reader = new RespReader(() => {
        const bytes = rest;
        rest = null;
        return Promise.resolve(bytes);
      });
      for (let words = await reader.command(); words; words = await reader.command()) {
        runCommand(this.#server, client, words);
        const turn = this.#proc.tick(5);
        if (turn) await turn;
      }
      await this.#log(`DB loaded from incr file ${name}.1.incr.aof: 0.000 seconds`);
    }
    await this.#log('DB loaded from append only file: 0.000 seconds');
    await this.#log(`Opening AOF incr file ${name}.1.incr.aof on server start`);
  }

  /** Begins the append-only files anew: the base holds what there is, the increments nothing. */
  rewrite(): void {
    const { files } = this.#proc;
    const directory = this.#logFile('').replace(/\/[^/]*$/, '');
    const name = this.#setting('appendfilename');
    files.mkdirAll(directory, 0o755);
    files.writeFile(this.#logFile('1.base.rdb'), byteArray(encodeRdb(this.#server, this.#proc.now())));
    files.writeFile(this.#logFile('1.incr.aof'), '');
    files.writeFile(
      this.#logFile('manifest'),
      `file ${name}.1.base.rdb seq 1 type b\nfile ${name}.1.incr.aof seq 1 type i\n`,
    );
    this.#logged = undefined;
  }

  /** Appends commands, each for its database, and looks whether it is time to save. */
  append(writes: readonly Write[]): void {
    if (writes.length > 0 && this.#server.appends) {
      let text = '';
      for (const { db, words } of writes) {
        if (db !== this.#logged) text += encodeCommand(['SELECT', String(db)]);
        this.#logged = db;
        text += encodeCommand(words);
      }
      this.#proc.files.writeFile(this.#logFile('1.incr.aof'), byteArray(text), { append: true });
    }
    this.watchRules();
  }

  /** Starts the clock of the rule of `save` that will hold first. */
  watchRules(): void {
    const server = this.#server;
    if (server.changes === 0) return;
    const ends = saveRules(server.settings)
      .filter(({ changes }) => server.changes >= changes)
      .map(({ seconds }) => server.lastSaveMs + seconds * 1000);
    const due = Math.max(Math.min(...ends), this.#proc.now() + 100);
    if (ends.length === 0 || (this.#due !== undefined && this.#due <= due)) return;
    this.#due = due;
    this.#proc.thread('save', async () => {
      await this.#proc.sleep(due - this.#proc.now());
      if (this.#due === due) {
        this.#due = undefined;
        await this.#saveByRule();
      }
    });
  }

  async #saveByRule(): Promise<void> {
    const { changes, lastSaveMs, settings } = this.#server;
    const passed = this.#proc.now() - lastSaveMs;
    const rule = saveRules(settings).find((each) => changes >= each.changes && passed >= each.seconds * 1000);
    if (!rule) return this.watchRules();
    await this.#log(`${rule.changes} changes in ${rule.seconds} seconds. Saving...`);
    await this.saveInChild();
  }

  /** Writes dump.rdb. */
  save(): void {
    this.#proc.files.writeFile(this.#dump, byteArray(encodeRdb(this.#server, this.#proc.now())));
    this.#server.changes = 0;
    this.#server.lastSaveMs = this.#proc.now();
  }

  /** The same in a child, as BGSAVE does. */
  async saveInChild(): Promise<void> {
    if (this.#saving) return;
    this.#saving = true;
    const path = this.#dump;
    const bytes = byteArray(encodeRdb(this.#server, this.#proc.now()));
    const kept = this.#server.changes;
    const pid = this.#proc.fork(async (child) => {
      child.files.writeFile(path, bytes);
      await this.#log('DB saved on disk', '*', 'C', child.pid);
      await this.#log('Fork CoW for RDB: current 0 MB, peak 0 MB, average 0 MB', '*', 'C', child.pid);
      return 0;
    });
    await this.#log(`Background saving started by pid ${pid}`);
    try {
      await this.#proc.wait(pid);
    } finally {
      this.#saving = false;
    }
    this.#server.changes -= Math.min(kept, this.#server.changes);
    this.#server.lastSaveMs = this.#proc.now();
    await this.#log('Background saving terminated with success');
  }
}
