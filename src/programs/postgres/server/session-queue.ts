import type { Process } from '../../../kernel/process.ts';
import { concatBytes, NO_BYTES } from '../../../lib/bytes.ts';
import { outsideCopy } from './outside-copy.ts';
import {
  cString,
  encodeError,
  encodeMessage,
  encodeQuery,
  readErrorFields,
  splitMessages,
  type Message,
} from '../messages.ts';
import { quoteIdentifier, quoteLiteral } from '../quote-sql.ts';
import { Backend, type BackendOptions, type Execution } from '../runtime/backend.ts';
import { CATALOGUE_QUERY, readCatalogue, readRows, touchesCatalogue, type Catalogue } from './catalogue.ts';
import { Semaphore } from './semaphore.ts';

/** A client as PostgreSQL's one session knows it. */
export interface ClientSession {
  /** The number its backend would have; log lines carry it. */
  readonly pid: number;
  readonly user: string;
  readonly database: string;
  /** What it asked for when it connected, and what it has set since: name → value. */
  settings: ReadonlyMap<string, string>;
  /** It may have changed its settings since they were noted. */
  changed: boolean;
  /** It made temporary tables. */
  temporary: boolean;
  /** What a cancel request has to name beside the pid. */
  readonly secret: number;
  /** A statement of its runs, or waits. */
  running: boolean;
  /** It was told to stop what it does. */
  cancelled: boolean;
}

/** How often a statement that waits looks whether it was cancelled, and the work of one that does not end between two looks. */
const WAIT_MS = 50;
const ENDLESS_MICROS = 10_000;
/** So long a statement works that does not end. Simplified: a real server goes on, and would come to an end with what only takes long. */
const ENDLESS_SECONDS = 60;
const CANCELLED = 'canceling statement due to user request';
const TIMED_OUT = 'canceling statement due to statement timeout';
const ENDLESS = `This statement takes more work than the simulated PostgreSQL can do. It goes on for ${ENDLESS_SECONDS} seconds, or until Ctrl-C in psql; then it is cancelled.`;

/** Notes of a session that another one interrupts. */
const SETTINGS_QUERY = `SELECT name, setting FROM pg_settings WHERE source = 'session' AND context IN ('user', 'superuser')
UNION ALL SELECT 'role', current_setting('role') WHERE current_setting('role') <> 'none'`;

/**
 * Several clients on the one session that PostgreSQL has here. Each sees its own user, settings and prepared statements. Simplified: a transaction holds
 * everybody else up until it ends, where the real server makes them wait only for rows and tables that they share; temporary tables, advisory locks
 * and LISTEN belong to all; a client of another database has to wait until PostgreSQL was opened on that.
 */
export class SessionQueue {
  readonly #proc: Process;
  readonly #options: Omit<BackendOptions, 'database' | 'log'>;
  readonly #log: (line: string) => void | Promise<void>;
  readonly #turns: Semaphore;
  #backend: Backend | undefined;
  #catalogue: Catalogue | undefined;
  /** Whose settings the session has. */
  #current: ClientSession | undefined;
  /** Who has the turn: longer than for one message where it is in a transaction. */
  #holder: ClientSession | undefined;
  #lines: string[] = [];
  readonly #sessions = new Set<ClientSession>();

  constructor(
    proc: Process,
    options: Omit<BackendOptions, 'database' | 'log'>,
    log: (line: string) => void | Promise<void>,
  ) {
    this.#proc = proc;
    this.#options = options;
    this.#log = log;
    this.#turns = new Semaphore(proc);
  }

  /** What is known without waiting; PostgreSQL is opened for it where it is not open yet. */
  async catalogue(): Promise<Catalogue> {
    if (this.#catalogue) return this.#catalogue;
    await this.#turns.acquire(this);
    try {
      await this.#open(this.#backend?.database ?? 'postgres');
      return (this.#catalogue ??= await this.#readCatalogue());
    } finally {
      this.#turns.release();
    }
  }

  /** Opens PostgreSQL now: it recovers what a crash left. */
  async recover(): Promise<void> {
    await this.catalogue();
  }

  /** Messages of a client, and what PostgreSQL answers. `last`: it does not go on with more of the same (no Sync is missing). */
  async exec(session: ClientSession, messages: Uint8Array, sql: string, last = true): Promise<Uint8Array> {
    const inTransaction = this.#holder === session;
    session.running = true;
    session.cancelled = false;
    if (!inTransaction && !(await this.#takeTurn(session))) {
      session.running = false;
      return concatBytes([encodeError('ERROR', '57014', CANCELLED), last ? readyForQuery('I') : NO_BYTES]);
    }
    const refusal = this.#refusal(session, sql);
    if (refusal) {
      session.running = false;
      if (!inTransaction) this.#giveTurn();
      return concatBytes([refusal, readyForQuery(inTransaction ? await this.#failTransaction(sql) : 'I')]);
    }
    let done = true;
    let execution: Execution;
    try {
      await this.#become(session);
      const backend = this.#backend;
      if (!backend) throw new Error('PostgreSQL is not open');
      execution = backend.exec(messages);
      const { answer } = execution;
      if (/\b(set|reset|discard|set_config)\b/i.test(sql)) session.changed = true;
      if (/\btemp(orary)?\b/i.test(sql)) session.temporary = true;
      if (/\b(discard\s+all|session\s+authorization)\b/i.test(sql)) this.#current = undefined;
      done = last && transactionStatus(answer) !== 'T' && transactionStatus(answer) !== 'E';
      if (done && touchesCatalogue(sql)) this.#catalogue = await this.#readCatalogue();
    } finally {
      await this.#flushLog();
      if (done) this.#giveTurn();
    }
    // Others have their turn while this one only waits.
    return this.#spend(session, sql, execution);
  }

  /**
   * Lets the time pass that statements took. What does not end goes on working for a while, or until somebody cancels it. Simplified: a cancelled sleep was
   * over for PostgreSQL already, so what the same message committed stays done, where a real server rolls it back.
   */
  async #spend(
    session: ClientSession,
    sql: string,
    { answer, sleptMs, micros, isEndless }: Execution,
  ): Promise<Uint8Array> {
    const turn = this.#proc.tick(micros);
    if (turn) await turn;
    for (let left = sleptMs; left >= 1 && !session.cancelled; left -= WAIT_MS)
      await this.#proc.sleep(Math.min(left, WAIT_MS));
    if (isEndless) this.#proc.notice(ENDLESS);
    const end = this.#proc.now() + ENDLESS_SECONDS * 1000;
    while (isEndless && this.#sessions.has(session) && !session.cancelled && this.#proc.now() < end) {
      const work = this.#proc.tick(ENDLESS_MICROS);
      if (work) await work;
    }
    session.running = false;
    if (isEndless) return session.cancelled ? answer : withTimeout(answer);
    if (!session.cancelled) return answer;
    const status = this.#holder === session ? await this.#failTransaction(sql) : 'I';
    return concatBytes([encodeError('ERROR', '57014', CANCELLED), readyForQuery(status)]);
  }

  /** The transaction that is open fails as if the statement had been cancelled in it. @returns the session's status then */
  async #failTransaction(sql: string): Promise<string> {
    const statement = sql.trim() === '' ? 'SELECT' : sql;
    const answer = this.#backend?.exec(encodeQuery(statement), true).answer ?? NO_BYTES;
    await this.#flushLog();
    return transactionStatus(answer) ?? 'E';
  }

  /** A cancel request: what the client with this number runs, or waits to run, is stopped. */
  cancel(pid: number, secret: number): void {
    for (const session of this.#sessions)
      if (session.pid === pid && session.secret === secret) this.stop(session);
  }

  /** What the client runs, or waits to run, is stopped. */
  stop(session: ClientSession): void {
    if (!session.running) return;
    session.cancelled = true;
    this.#turns.callOff(session);
  }

  /** What PostgreSQL alone can't know: who else is in a database, and what it can't reach from here. */
  #refusal(session: ClientSession, sql: string): Uint8Array | undefined {
    if (this.#catalogue && !this.#catalogue.databases.has(session.database))
      return encodeError('FATAL', '57P01', 'terminating connection due to administrator command');
    return this.#inUse(session, sql) ?? this.#outOfReach(sql);
  }

  #inUse(session: ClientSession, sql: string): Uint8Array | undefined {
    const dropped = /^\s*drop\s+database\s+(?:if\s+exists\s+)?(?:"([^"]+)"|([\w$]+))\s*(?:;\s*)?$/i.exec(sql);
    if (!dropped) return undefined;
    const name = dropped[1] ?? dropped[2]?.toLowerCase();
    const count = [...this.#sessions].filter((other) => other !== session && other.database === name).length;
    if (count === 0) return undefined;
    return encodeError(
      'ERROR',
      '55006',
      `database "${name ?? ''}" is being accessed by other users`,
      count === 1
        ? 'There is 1 other session using the database.'
        : `There are ${count} other sessions using the database.`,
    );
  }

  #outOfReach(sql: string): Uint8Array | undefined {
    const fault = outsideCopy(sql, this.#options.directory);
    if (!fault) return undefined;
    this.#proc.notice(
      'The simulated PostgreSQL reaches no programs and files of its container but its own: \\copy in psql does.',
    );
    return encodeError('ERROR', 'XX000', fault.message, undefined, fault.hint);
  }

  enter(session: ClientSession): void {
    this.#sessions.add(session);
  }

  /** The client is gone: what it had open ends. */
  async leave(session: ClientSession): Promise<void> {
    this.#sessions.delete(session);
    if (!this.#backend) return;
    if (this.#holder === session) await this.exec(session, encodeQuery('ROLLBACK'), '');
    if (session.temporary) await this.exec(session, encodeQuery('DISCARD TEMP'), '');
    if (this.#current === session) this.#current = undefined;
  }

  /** The shutdown checkpoint, which PostgreSQL writes to the log; false where it was never opened. */
  async close(): Promise<boolean> {
    const backend = this.#backend;
    this.#backend = undefined;
    await backend?.close();
    await this.#flushLog(this.#proc.pid);
    return backend !== undefined;
  }

  /** No checkpoint: an immediate shutdown, or a kill. */
  abandon(): void {
    this.#backend?.abandon();
    this.#backend = undefined;
  }

  /** False where it was cancelled meanwhile. */
  async #takeTurn(session: ClientSession): Promise<boolean> {
    if (!this.#turns.free && this.#holder)
      this.#proc.notice(
        'PostgreSQL has one session here: this statement waits until the transaction that another client has open is over. A real server would only wait for rows that both change.',
      );
    if (!(await this.#turns.acquire(session))) return false;
    this.#holder = session;
    return true;
  }

  #giveTurn(): void {
    this.#holder = undefined;
    this.#turns.release();
  }

  /** Makes the session this client's: its database, user and settings. */
  async #become(session: ClientSession): Promise<void> {
    if (this.#current === session && this.#backend?.database === session.database) return;
    await this.#noteSettings();
    await this.#open(session.database);
    const settings = [...session.settings].map(([name, value]) =>
      name === 'role'
        ? `SET ROLE ${quoteIdentifier(value)}`
        : `SELECT set_config(${quoteLiteral(name)}, ${quoteLiteral(value)}, false)`,
    );
    await this.#ask(['RESET ALL', `SET SESSION AUTHORIZATION ${quoteIdentifier(session.user)}`].join(';'));
    for (const setting of settings) await this.#ask(setting);
    this.#current = session;
  }

  async #noteSettings(): Promise<void> {
    const left = this.#current;
    if (!left?.changed) return;
    const rows = readRows(await this.#ask(SETTINGS_QUERY));
    left.settings = new Map(rows.map(([name = '', value = '']) => [name, value]));
    left.changed = false;
  }

  async #open(database: string): Promise<void> {
    if (this.#backend?.database === database) return;
    const isSwitch = this.#backend !== undefined;
    await this.#backend?.close();
    this.#backend = undefined;
    this.#current = undefined;
    // What it says when it only goes from one database to another is nothing that a server would say.
    if (isSwitch) this.#lines = [];
    try {
      this.#backend = await Backend.open(this.#proc, {
        ...this.#options,
        database,
        log: (line) => void this.#lines.push(line),
      });
    } finally {
      await this.#flushLog(this.#proc.pid);
    }
  }

  async #ask(sql: string): Promise<Uint8Array> {
    if (!this.#backend) throw new Error('PostgreSQL is not open');
    const { answer, micros } = this.#backend.exec(encodeQuery(sql));
    const turn = this.#proc.tick(micros);
    if (turn) await turn;
    return answer;
  }

  async #readCatalogue(): Promise<Catalogue> {
    await this.#noteSettings();
    await this.#ask('RESET ALL; RESET SESSION AUTHORIZATION');
    this.#current = undefined;
    return readCatalogue(await this.#ask(CATALOGUE_QUERY));
  }

  /** Lines that PostgreSQL wrote, with the number of the process that would have. */
  async #flushLog(pid = this.#current?.pid ?? this.#proc.pid): Promise<void> {
    const lines = this.#lines;
    this.#lines = [];
    for (const line of lines) {
      // A note of PGlite's to itself.
      if (line.startsWith('pglitec: ')) continue;
      await this.#log(line.replace(/^(\S+ \S+ \S+ )\[\d+\]/, `$1[${pid}]`));
    }
  }
}

/** `I`, `T` (in a transaction) or `E` (in a failed one), of the last ReadyForQuery; undefined without one. */
function transactionStatus(answer: Uint8Array): string | undefined {
  const ready = splitMessages(answer).findLast(({ type }) => type === 'Z');
  return ready && String.fromCharCode(ready.body[0] ?? 0);
}

function readyForQuery(status: string): Uint8Array {
  return encodeMessage('Z', Uint8Array.of(status.charCodeAt(0)));
}

/** An answer that says who cancelled the statement: nobody did. */
function withTimeout(answer: Uint8Array): Uint8Array {
  const rename = ({ type, body }: Message): Uint8Array => {
    if (type !== 'E') return encodeMessage(type, body);
    const fields = [...readErrorFields(body)].map(([letter, value]) =>
      cString(letter + (letter === 'M' && value === CANCELLED ? TIMED_OUT : value)),
    );
    return encodeMessage('E', ...fields, new Uint8Array(1));
  };
  return concatBytes(splitMessages(answer).map(rename));
}
