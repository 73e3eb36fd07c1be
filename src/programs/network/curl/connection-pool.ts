import type { Socket } from '../../../kernel/net/socket.ts';
import type { HttpResponseHead } from '../../http/http-message.ts';
import { MessageReader } from '../../http/message-reader.ts';

/** A connection to a server, with what was read of it. */
export interface Connection {
  /** From 0, in the order they were made; `-v` tells it. */
  readonly number: number;
  readonly socket: Socket;
  readonly reader: MessageReader;
}

/** Connections that stay open between the requests of one curl, by where they lead. */
export class ConnectionPool {
  readonly #idle = new Map<string, Connection>();
  #made = 0;

  /** An idle connection to there; it is the caller's from now on. */
  take(key: string): Connection | undefined {
    const connection = this.#idle.get(key);
    this.#idle.delete(key);
    return connection;
  }

  add(socket: Socket): Connection {
    return { number: this.#made++, socket, reader: new MessageReader(socket) };
  }

  /** Number of the connection that could not be made. */
  get next(): number {
    return this.#made;
  }

  keep(key: string, connection: Connection): void {
    this.#idle.set(key, connection);
  }

  close(): void {
    for (const { socket } of this.#idle.values()) socket.close();
    this.#idle.clear();
  }
}

/** True if another request may follow on the connection that this answer came by. @see RFC 9112, 9.3 */
export function staysOpen({ version, headers }: HttpResponseHead, hasBody: boolean): boolean {
  const connection = (headers.get('Connection') ?? '').toLowerCase();
  if (connection.includes('close')) return false;
  if (version === 'HTTP/1.0' && !connection.includes('keep-alive')) return false;
  return !hasBody || headers.has('Content-Length') || headers.has('Transfer-Encoding');
}
