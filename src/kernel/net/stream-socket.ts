import { ByteStream } from '../byte-stream.ts';
import { SysError } from '../errno.ts';
import type { Scheduler, WaitQueue } from '../scheduler.ts';
import type { Listener, Socket, SocketAddress } from './socket.ts';

/** What a connection tells the networks it crosses. */
export type Meter = (bytes: number) => void;

class StreamSocket implements Socket {
  readonly local: SocketAddress;
  readonly remote: SocketAddress;
  readonly service?: unknown;
  readonly #incoming: ByteStream;
  readonly #outgoing: ByteStream;
  readonly #sent: Meter;

  constructor(
    local: SocketAddress,
    remote: SocketAddress,
    incoming: ByteStream,
    outgoing: ByteStream,
    sent: Meter,
    service?: unknown,
  ) {
    this.local = local;
    this.remote = remote;
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.#sent = sent;
    if (service !== undefined) this.service = service;
  }

  async read(max: number): Promise<Uint8Array | null> {
    return this.#incoming.read(max);
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#sent(bytes.length);
    await this.#outgoing.write(bytes);
  }

  end(): void {
    this.#outgoing.end();
  }

  close(): void {
    this.#outgoing.end();
    this.#incoming.breakOff();
  }

  readable(): boolean {
    return this.#incoming.readable;
  }
}

/** Two connected ends. */
export function createSocketPair(
  scheduler: Scheduler,
  client: SocketAddress,
  server: SocketAddress,
  options: { meter?: { toServer: Meter; toClient: Meter }; service?: unknown } = {},
): { client: Socket; server: Socket } {
  const up = new ByteStream(scheduler);
  const down = new ByteStream(scheduler);
  const none: Meter = () => undefined;
  const { meter = { toServer: none, toClient: none }, service } = options;
  return {
    client: new StreamSocket(client, server, down, up, meter.toServer, service),
    server: new StreamSocket(server, client, up, down, meter.toClient),
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
