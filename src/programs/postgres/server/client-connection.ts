import type { Process } from '../../../kernel/process.ts';
import type { Socket } from '../../../kernel/net/socket.ts';
import { concatBytes } from '../../../lib/bytes.ts';
import {
  CANCEL_REQUEST,
  cString,
  encodeError,
  encodeMessage,
  GSSENC_REQUEST,
  int16,
  int32,
  MessageReader,
  splitMessages,
  SSL_REQUEST,
  type Message,
} from '../messages.ts';
import { fullVersion } from '../version.ts';
import { authenticate, describe, Refusal } from './authenticate.ts';
import type { Catalogue } from './catalogue.ts';
import { encode, isCopyIn, sqlOf, withOwnNames } from './client-messages.ts';
import { findAccessRule, parseAccessRules, type Attempt } from './host-based-access.ts';
import type { ClientSession, SessionQueue } from './session-queue.ts';

/** What a connection needs of its server. */
export interface ServerContext {
  readonly proc: Process;
  readonly queue: SessionQueue;
  readonly directory: string;
  log(pid: number, severity: string, message: string): void | Promise<void>;
}

const PROTOCOL_MAJOR = 3;
/** Parameters of a startup packet that are no settings. */
const NO_SETTINGS = new Set(['user', 'database', 'replication', 'options']);

/** One client from its first packet to its end. @see PostgreSQL documentation, "Message Flow" */
export class ClientConnection {
  readonly #context: ServerContext;
  readonly #socket: Socket;
  readonly #reader: MessageReader;
  readonly #pid: number;
  readonly #isLocal: boolean;
  readonly #prepared = new Set<string>();
  #session: ClientSession | undefined;
  /** Messages of an extended query that no Sync has ended yet. */
  #batch: Message[] = [];

  constructor(context: ServerContext, socket: Socket, pid: number, isLocal: boolean) {
    this.#context = context;
    this.#socket = socket;
    this.#reader = new MessageReader(socket);
    this.#pid = pid;
    this.#isLocal = isLocal;
  }

  async run(): Promise<void> {
    try {
      const parameters = await this.#startup();
      if (parameters && (await this.#login(parameters))) await this.#serve();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.#refuse(error);
    } finally {
      const session = this.#session;
      this.#session = undefined;
      if (session) await this.#context.queue.leave(session);
      this.#socket.close();
    }
  }

  /** The server is shut down: the client reads why, and that is the end. */
  async terminate(message: string): Promise<void> {
    if (this.#session) await this.#socket.write(encodeError('FATAL', '57P01', message));
    if (this.#session) this.#context.queue.stop(this.#session);
    this.#session = undefined;
    this.#socket.close();
  }

  async #refuse({ code, message, detail, logDetail }: Refusal): Promise<void> {
    await this.#context.log(this.#pid, 'FATAL', message);
    const more = logDetail ?? detail;
    if (more !== undefined) await this.#context.log(this.#pid, 'DETAIL', more);
    await this.#socket.write(encodeError('FATAL', code, message, detail));
  }

  async #startup(): Promise<ReadonlyMap<string, string> | undefined> {
    for (;;) {
      const packet = await this.#reader.startup();
      if (packet?.code === CANCEL_REQUEST)
        this.#context.queue.cancel(packet.fields.int32(), packet.fields.int32());
      if (!packet || packet.code === CANCEL_REQUEST) return undefined;
      if (packet.code === SSL_REQUEST || packet.code === GSSENC_REQUEST) {
        await this.#socket.write(Uint8Array.of('N'.charCodeAt(0)));
        continue;
      }
      if (packet.code >> 16 !== PROTOCOL_MAJOR)
        throw new Refusal('0A000', `unsupported frontend protocol ${packet.code >> 16}.${packet.code & 0xffff}: server supports 3.0 to 3.2`); // prettier-ignore
      const parameters = new Map<string, string>();
      while (!packet.fields.done) {
        const name = packet.fields.cString();
        if (name === '') break;
        parameters.set(name, packet.fields.cString());
      }
      return parameters;
    }
  }

  async #login(parameters: ReadonlyMap<string, string>): Promise<boolean> {
    const { proc, queue, directory } = this.#context;
    const user = parameters.get('user') ?? '';
    if (user === '') throw new Refusal('28000', 'no PostgreSQL user name specified in startup packet');
    const database = parameters.get('database') ?? user;
    const attempt: Attempt = {
      user,
      database,
      address: this.#isLocal ? undefined : this.#socket.remote.address,
    };
    const file = `${directory}/pg_hba.conf`;
    const rule = findAccessRule(parseAccessRules(proc.files.readText(file)), attempt);
    if (!rule) throw new Refusal('28000', `no pg_hba.conf entry for ${describe(attempt)}`);
    const catalogue = await queue.catalogue();
    const role = catalogue.roles.get(user);
    const result = await authenticate(rule, {
      proc,
      socket: this.#socket,
      reader: this.#reader,
      attempt,
      role,
      file,
    });
    if (result === 'left') return false;
    if (!role) throw new Refusal('28000', `role "${user}" does not exist`);
    if (!role.canLogin) throw new Refusal('28000', `role "${user}" is not permitted to log in`);
    const known = catalogue.databases.get(database);
    if (!known) throw new Refusal('3D000', `database "${database}" does not exist`);
    if (!known.allowsConnections)
      throw new Refusal('55000', `database "${database}" is not currently accepting connections`);
    const settings = new Map([...parameters].filter(([name]) => !NO_SETTINGS.has(name)));
    for (const [, name = '', value = ''] of (parameters.get('options') ?? '').matchAll(
      /(?:-c\s*|--)([\w.]+)=((?:\\.|\S)*)/g,
    ))
      settings.set(name, value.replace(/\\(.)/g, '$1'));
    const secret = this.#context.proc.random() | 0;
    this.#session = {
      pid: this.#pid, user, database, settings, changed: false, temporary: false, secret, running: false, cancelled: false,
    }; // prettier-ignore
    queue.enter(this.#session);
    await this.#greet(catalogue, user, role.isSuperuser, settings, secret);
    return true;
  }

  async #greet(
    { settings }: Catalogue,
    user: string,
    isSuperuser: boolean,
    own: ReadonlyMap<string, string>,
    secret: number,
  ): Promise<void> {
    const reported = new Map([
      ...settings, ['server_version', fullVersion(this.#context.proc.files)], ['is_superuser', isSuperuser ? 'on' : 'off'], ['session_authorization', user], ['application_name', ''],
    ]); // prettier-ignore
    for (const [name, value] of own) {
      const known = [...reported.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
      if (known !== undefined) reported.set(known, value);
    }
    const statuses = [...reported].map(([name, value]) => encodeMessage('S', cString(name), cString(value)));
    const key = encodeMessage('K', int32(this.#pid), int32(secret));
    await this.#socket.write(concatBytes([...statuses, key, encodeMessage('Z', Uint8Array.of(0x49))]));
  }

  async #serve(): Promise<void> {
    for (let message = await this.#reader.next(); message; message = await this.#reader.next()) {
      if (message.type === 'X' || !this.#session) return;
      const answer = await this.#answer(message);
      if (!this.#session) return;
      if (answer.length > 0) await this.#socket.write(answer);
    }
  }

  /** What one message brings; messages of an extended query wait for the Sync or Flush behind them. */
  async #answer(message: Message): Promise<Uint8Array> {
    const sql = sqlOf(message);
    if (message.type === 'Q' && isCopyIn(sql)) return this.#copyIn(message, sql);
    if (message.type === 'Q' || message.type === 'F') return this.#exec([message], sql, true);
    this.#batch.push(withOwnNames(message, this.#pid, this.#prepared));
    if (message.type !== 'S' && message.type !== 'H') return new Uint8Array(0);
    const batch = this.#batch;
    this.#batch = [];
    return this.#exec(batch, batch.map(sqlOf).join(';'), message.type === 'S');
  }

  async #exec(messages: readonly Message[], sql: string, last: boolean): Promise<Uint8Array> {
    const { queue } = this.#context;
    if (!this.#session) return new Uint8Array(0);
    return queue.exec(this.#session, concatBytes(messages.map(encode)), sql, last);
  }

  /** PostgreSQL gets the statement with all of its data at once: it can't wait for them in the middle. */
  async #copyIn(query: Message, sql: string): Promise<Uint8Array> {
    await this.#socket.write(encodeMessage('G', new Uint8Array(1), int16(0)));
    const messages = [query];
    for (let message = await this.#reader.next(); message; message = await this.#reader.next()) {
      if (!['d', 'c', 'f', 'H', 'S'].includes(message.type)) break;
      this.#context.proc.allocate(message.body.length);
      if (message.type !== 'H' && message.type !== 'S') messages.push(message);
      if (message.type === 'c' || message.type === 'f') break;
    }
    const answer = await this.#exec(messages, sql, true);
    for (const { body } of messages.slice(1)) this.#context.proc.allocate(-body.length);
    return concatBytes(
      splitMessages(answer)
        .filter(({ type }) => type !== 'G')
        .map(encode),
    );
  }
}
