import { ByteStream } from '../byte-stream.ts';
import { SysError } from '../errno.ts';
import type { Scheduler, WaitQueue } from '../scheduler.ts';
import type { Listener, Socket, SocketAddress } from './socket.ts';
import type { Spot } from './traffic.ts';

/** One end of a connection: its addresses, and who is told of what it does. */
export interface SocketEnd {
  readonly local: SocketAddress;
  readonly remote: SocketAddress;
  /** Told of each write, before it. */
  readonly sent?: (bytes: Uint8Array) => void;
  /** Who took the connection, for the one who asked. */
  readonly takenBy?: Spot;
  /** Told when it is closed. */
  readonly closed?: (socket: Socket) => void;
}

class StreamSocket implements Socket {
  readonly local: SocketAddress;
  readonly remote: SocketAddress;
  readonly service?: unknown;
  readonly takenBy?: Spot;
  readonly #incoming: ByteStream;
  readonly #outgoing: ByteStream;
  readonly #end: SocketEnd;

  constructor(end: SocketEnd, incoming: ByteStream, outgoing: ByteStream, service?: unknown) {
    this.local = end.local;
    this.remote = end.remote;
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.#end = end;
    if (service !== undefined) this.service = service;
    if (end.takenBy) this.takenBy = end.takenBy;
  }

  async read(max: number): Promise<Uint8Array | null> {
    return this.#incoming.read(max);
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#end.sent?.(bytes);
    await this.#outgoing.write(bytes);
  }

  end(): void {
    this.#outgoing.end();
  }

  close(): void {
    this.#outgoing.end();
    this.#incoming.breakOff();
    this.#end.closed?.(this);
  }

  readable(): boolean {
    return this.#incoming.readable;
  }
}

/** Two connected ends. `service` is handed to the client. */
export function createSocketPair(
  scheduler: Scheduler,
  ends: { readonly client: SocketEnd; readonly server: SocketEnd },
  service?: unknown,
): { client: Socket; server: Socket } {
  const up = new ByteStream(scheduler);
  const down = new ByteStream(scheduler);
  return {
    client: new StreamSocket(ends.client, down, up, service),
    server: new StreamSocket(ends.server, up, down),
  };
}

/** A connection that was accepted and broken off by the other side: what is sent first goes nowhere, then it is known to be reset. */
export class ResetSocket implements Socket {
  readonly local: SocketAddress;
  readonly remote: SocketAddress;
  #known = false;

  constructor(local: SocketAddress, remote: SocketAddress) {
    this.local = local;
    this.remote = remote;
  }

  read(): Promise<never> {
    this.#known = true;
    return Promise.reject(new SysError('ECONNRESET'));
  }

  write(): Promise<void> {
    if (this.#known) return Promise.reject(new SysError('EPIPE'));
    this.#known = true;
    return Promise.resolve();
  }

  end(): void {
    this.#known = true;
  }

  close(): void {
    this.#known = true;
  }

  readable(): boolean {
    return true;
  }
}

/** What waits for connections at a port, and whose it is. */
export interface Listening {
  readonly queue: AcceptQueue;
  readonly pid: number;
  readonly program: string;
}

/** Connections that wait to be accepted. */
export class AcceptQueue implements Listener {
  readonly local: SocketAddress;
  readonly #waiting: Socket[] = [];
  readonly #arrived: WaitQueue;
  readonly #onClose: () => void;
  #closed = false;

  constructor(scheduler: Scheduler, local: SocketAddress, onClose: () => void) {
    this.local = local;
    this.#arrived = scheduler.createWaitQueue();
    this.#onClose = onClose;
  }

  offer(socket: Socket): void {
    this.#waiting.push(socket);
    this.#arrived.wakeAll();
  }

  async accept(): Promise<Socket> {
    for (;;) {
      if (this.#closed) throw new SysError('EINVAL');
      const socket = this.#waiting.shift();
      if (socket) return socket;
      await this.#arrived.wait();
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const socket of this.#waiting.splice(0)) socket.close();
    this.#onClose();
    this.#arrived.wakeAll();
  }
}
