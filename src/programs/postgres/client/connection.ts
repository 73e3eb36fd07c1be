import { sha256 } from '@noble/hashes/sha2.js';
import { isSysError } from '../../../kernel/errno.ts';
import type { Socket } from '../../../kernel/net/socket.ts';
import type { Process } from '../../../kernel/process.ts';
import { isIpv4 } from '../../../lib/ip-address.ts';
import { toBytes, toText } from '../../../lib/bytes.ts';
import { encodeBase64 } from '../../../lib/base64.ts';
import {
  CANCEL_REQUEST,
  cString,
  encodeMessage,
  encodeQuery,
  FieldReader,
  int32,
  MessageReader,
  PROTOCOL_3,
  readErrorFields,
  type ErrorFields,
  type Message,
} from '../messages.ts';
import { derivePbkdf2 } from '../../support/key-derivation.ts';
import { SCRAM_MECHANISM, ScramClient } from '../scram.ts';
import { isAlpine } from '../version.ts';

/** Where to, and as whom. */
export interface ConnectionOptions {
  /** A name, an address, or a folder that holds the socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password: string | undefined;
  readonly applicationName: string;
  /** Further settings of the session. */
  readonly settings?: ReadonlyMap<string, string>;
}

/** It did not come to a session; the message is libpq's. */
export class ConnectionFailure extends Error {
  /** The server asked for a password and got none. */
  readonly needsPassword: boolean;

  constructor(message: string, needsPassword = false) {
    super(message);
    this.needsPassword = needsPassword;
  }
}

/** The connection ended in the middle. */
export class ConnectionLost extends Error {}

/** What a query brings, in the order in which it comes. */
export type QueryEvent =
  | { readonly kind: 'columns'; readonly columns: readonly Column[] }
  | { readonly kind: 'row'; readonly cells: readonly (string | undefined)[] }
  | { readonly kind: 'complete'; readonly tag: string }
  | { readonly kind: 'empty' | 'copyIn' | 'copyOut' }
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  | { readonly kind: 'error' | 'notice'; readonly fields: ErrorFields }
  | {
      readonly kind: 'notification';
      readonly pid: number;
      readonly channel: string;
      readonly payload: string;
    };

export interface Column {
  readonly name: string;
  /** Its type's oid. */
  readonly type: number;
}

/** A session with a server. @see libpq */
export class Connection {
  readonly #socket: Socket;
  readonly #reader: MessageReader;
  readonly options: ConnectionOptions;
  /** The server's address; undefined on a unix socket. */
  readonly address: string | undefined;
  readonly parameters = new Map<string, string>();
  pid = 0;
  #secret = 0;
  usedPassword = false;
  /** `I` idle, `T` in a transaction, `E` in a failed one. */
  status = 'I';
  isOpen = true;

  private constructor(options: ConnectionOptions, socket: Socket, address: string | undefined) {
    this.options = options;
    this.#socket = socket;
    this.#reader = new MessageReader(socket);
    this.address = address;
  }

  /** @throws ConnectionFailure */
  static async open(proc: Process, options: ConnectionOptions): Promise<Connection> {
    const { socket, where, address } = await connect(proc, options);
    const connection = new Connection(options, socket, address);
    try {
      await connection.#start(proc, where);
      return connection;
    } catch (error) {
      socket.close();
      if (isSysError(error)) throw new ConnectionFailure(`${where} failed: ${error.message}`);
      throw error;
    }
  }

  async #start(proc: Process, where: string): Promise<void> {
    const { user, database, applicationName, settings = [] } = this.options;
    const parameters = [
      ['user', user], ['database', database], ['application_name', applicationName], ['client_encoding', 'UTF8'], ...settings,
    ].flat(); // prettier-ignore
    await this.#socket.write(
      encodeMessage('', int32(PROTOCOL_3), ...parameters.map(cString), new Uint8Array(1)),
    );
    for (;;) {
      const message = await this.#reader.next();
      if (!message)
        throw new ConnectionFailure(
          `${where} failed: server closed the connection unexpectedly\n\tThis probably means the server terminated abnormally\n\tbefore or while processing the request.`,
        );
      const { type, body } = message;
      if (type === 'R') await this.#authenticate(proc, body, where);
      else if (type === 'E')
        throw new ConnectionFailure(`${where} failed: ${formatFatal(readErrorFields(body))}`);
      else if (this.#note(message) && type === 'Z') return;
    }
  }

  async #authenticate(proc: Process, body: Uint8Array, where: string): Promise<void> {
    const fields = new FieldReader(body);
    const kind = fields.int32();
    if (kind === 0) return;
    const { password } = this.options;
    if (password === undefined)
      throw new ConnectionFailure(`${where} failed: fe_sendauth: no password supplied`, true);
    this.usedPassword = true;
    if (kind === 3) return this.#socket.write(encodeMessage('p', cString(password)));
    if (kind !== 10)
      throw new ConnectionFailure(`${where} failed: authentication method ${kind} not supported`);
    const client = new ScramClient(
      password,
      encodeBase64(Uint8Array.from({ length: 18 }, () => proc.random() & 0xff)),
      (key, salt, rounds) => derivePbkdf2(proc, sha256, key, salt, { rounds, size: 32 }),
    );
    const first = toBytes(client.first());
    await this.#socket.write(encodeMessage('p', cString(SCRAM_MECHANISM), int32(first.length), first));
    const server = await this.#sasl(where);
    const last = await client.last(server);
    if (last === undefined)
      throw new ConnectionFailure(`${where} failed: malformed SCRAM message (invalid iteration count)`);
    await this.#socket.write(encodeMessage('p', toBytes(last)));
    if (!client.isServer(await this.#sasl(where)))
      throw new ConnectionFailure(`${where} failed: incorrect server signature`);
  }

  async #sasl(where: string): Promise<string> {
    const message = await this.#reader.next();
    if (message?.type === 'E')
      throw new ConnectionFailure(`${where} failed: ${formatFatal(readErrorFields(message.body))}`);
    const fields = new FieldReader(message?.body ?? new Uint8Array(4));
    fields.int32();
    return toText(fields.rest());
  }

  /** Keeps what the server tells of the session. */
  #note({ type, body }: Message): boolean {
    const fields = new FieldReader(body);
    if (type === 'S') this.parameters.set(fields.cString(), fields.cString());
    else if (type === 'K') [this.pid, this.#secret] = [fields.int32(), fields.int32()];
    else if (type === 'Z') this.status = String.fromCharCode(body[0] ?? 0);
    return true;
  }

  /** Runs SQL, which may be several statements. @throws ConnectionLost */
  async *query(sql: string): AsyncGenerator<QueryEvent> {
    await this.#send(encodeQuery(sql));
    for (;;) {
      const message = await this.#next();
      this.#note(message);
      if (message.type === 'Z') return;
      const event = toEvent(message);
      if (event) yield event;
      if (event?.kind === 'error' && event.fields.get('S') === 'FATAL') throw this.#lost();
    }
  }

  /** The rows of one statement. @throws Error with the server's message */
  async rows(sql: string): Promise<(string | undefined)[][]> {
    const rows: (string | undefined)[][] = [];
    let failed: string | undefined;
    for await (const event of this.query(sql)) {
      if (event.kind === 'row') rows.push([...event.cells]);
      if (event.kind === 'error') failed = formatFatal(event.fields);
    }
    if (failed !== undefined) throw new QueryFailure(failed);
    return rows;
  }

  /** Data for a COPY that asked for it. */
  copyData(bytes: Uint8Array): Promise<void> {
    return this.#send(encodeMessage('d', bytes));
  }

  copyDone(): Promise<void> {
    return this.#send(encodeMessage('c'));
  }

  /** Asks the server, over a connection of its own, to stop what this session runs. @see PQcancel */
  async cancel(proc: Process): Promise<void> {
    const { socket } = await connect(proc, this.options);
    await socket.write(encodeMessage('', int32(CANCEL_REQUEST), int32(this.pid), int32(this.#secret)));
    socket.close();
  }

  async close(): Promise<void> {
    if (!this.isOpen) return;
    this.isOpen = false;
    try {
      await this.#socket.write(encodeMessage('X'));
    } catch (error) {
      if (!isSysError(error)) throw error;
    }
    this.#socket.close();
  }

  async #send(bytes: Uint8Array): Promise<void> {
    if (!this.isOpen) throw this.#lost();
    try {
      await this.#socket.write(bytes);
    } catch (error) {
      if (!isSysError(error) || error.code === 'EINTR') throw error;
      // What the server said before it went is still to be read.
    }
  }

  async #next(): Promise<Message> {
    try {
      const message = await this.#reader.next();
      if (message) return message;
    } catch (error) {
      if (!isSysError(error) || error.code === 'EINTR') throw error;
    }
    throw this.#lost();
  }

  #lost(): ConnectionLost {
    this.isOpen = false;
    this.#socket.close();
    return new ConnectionLost(
      'server closed the connection unexpectedly\n\tThis probably means the server terminated abnormally\n\tbefore or while processing the request.',
    );
  }
}

/** The server refused a statement. */
export class QueryFailure extends Error {}

/** `FATAL:  password authentication failed for user "x"` and what stands below it. */
export function formatFatal(fields: ErrorFields): string {
  const lines = [`${fields.get('S') ?? 'ERROR'}:  ${fields.get('M') ?? ''}`];
  if (fields.has('D')) lines.push(`DETAIL:  ${fields.get('D') ?? ''}`);
  if (fields.has('H')) lines.push(`HINT:  ${fields.get('H') ?? ''}`);
  return lines.join('\n');
}

function toEvent({ type, body }: Message): QueryEvent | undefined {
  const fields = new FieldReader(body);
  switch (type) {
    case 'T':
      return { kind: 'columns', columns: Array.from({ length: fields.int16() }, () => readColumn(fields)) };
    case 'D':
      return { kind: 'row', cells: Array.from({ length: fields.int16() }, () => readCell(fields)) };
    case 'C':
      return { kind: 'complete', tag: fields.cString() };
    case 'I':
      return { kind: 'empty' };
    case 'G':
      return { kind: 'copyIn' };
    case 'H':
      return { kind: 'copyOut' };
    case 'd':
      return { kind: 'data', bytes: body };
    case 'E':
      return { kind: 'error', fields: readErrorFields(body) };
    case 'N':
      return { kind: 'notice', fields: readErrorFields(body) };
    case 'A':
      return {
        kind: 'notification',
        pid: fields.int32(),
        channel: fields.cString(),
        payload: fields.cString(),
      };
    default:
      return undefined;
  }
}

function readColumn(fields: FieldReader): Column {
  const name = fields.cString();
  fields.take(6);
  const type = fields.int32();
  fields.take(8);
  return { name, type };
}

function readCell(fields: FieldReader): string | undefined {
  const length = fields.int32();
  return length < 0 ? undefined : toText(fields.take(length));
}

interface Connected {
  readonly socket: Socket;
  /** `connection to server at "db" (172.18.0.2), port 5432` */
  readonly where: string;
  readonly address: string | undefined;
}

async function connect(proc: Process, { host, port }: ConnectionOptions): Promise<Connected> {
  if (host.startsWith('/')) {
    const path = `${host}/.s.PGSQL.${port}`;
    const where = `connection to server on socket "${path}"`;
    try {
      return { socket: await proc.connectUnix(path), where, address: undefined };
    } catch (error) {
      if (!isSysError(error)) throw error;
      const hint = ['ENOENT', 'ECONNREFUSED'].includes(error.code)
        ? '\n\tIs the server running locally and accepting connections on that socket?'
        : '';
      throw new ConnectionFailure(`${where} failed: ${error.message}${hint}`);
    }
  }
  const [address] = isIpv4(host) ? [host] : await proc.network.resolve(host);
  if (address === undefined)
    throw new ConnectionFailure(
      `could not translate host name "${host}" to address: ${isAlpine(proc.files) ? 'Name does not resolve' : 'Name or service not known'}`,
    );
  const where = `connection to server at "${host}"${host === address ? '' : ` (${address})`}, port ${port}`;
  try {
    return { socket: await proc.network.connect(address, port), where, address };
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new ConnectionFailure(
      `${where} failed: ${error.message}\n\tIs the server running on that host and accepting TCP/IP connections?`,
    );
  }
}
