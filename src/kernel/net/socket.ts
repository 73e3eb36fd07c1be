import type { Spot } from './traffic.ts';

/** An IPv4 address and port. */
export interface SocketAddress {
  readonly address: string;
  readonly port: number;
}

/** One end of a connected byte stream (TCP or unix). */
export interface Socket {
  readonly local: SocketAddress;
  readonly remote: SocketAddress;
  /** Null after the other side ended. @throws SysError ECONNRESET, EINTR, ETIMEDOUT */
  read(max: number): Promise<Uint8Array | null>;
  /** Waits while the other side's buffer is full. @throws SysError EPIPE, ECONNRESET */
  write(bytes: Uint8Array): Promise<void>;
  /** No more writes from here; the other side reads null. */
  end(): void;
  close(): void;
  readable(): boolean;
  /** For a unix socket whose listener is a service inside the machine: that service (`/var/run/docker.sock` → EngineApi). */
  readonly service?: unknown;
  /** For who connected: the namespace in which the connection was taken. */
  readonly takenBy?: Spot;
}

/** A listening stream socket. */
export interface Listener {
  readonly local: SocketAddress;
  /** The next connection. @throws SysError EINTR; EINVAL after close */
  accept(): Promise<Socket>;
  close(): void;
}

export interface NetInterface {
  readonly name: string;
  readonly address: string;
  readonly prefix: number;
  readonly mac: string;
}

export interface DefaultRoute {
  readonly gateway: string;
  readonly interfaceName: string;
}

/** What a process may do with the network of its namespace. */
export interface Network {
  readonly interfaces: readonly NetInterface[];
  /** The way to what is in none of the networks; undefined where there is none. */
  readonly defaultRoute: DefaultRoute | undefined;
  /** `0.0.0.0` listens on all. @throws SysError EADDRINUSE, EADDRNOTAVAIL, EACCES */
  listen(address: string, port: number): Listener;
  /** @throws SysError ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, ETIMEDOUT */
  connect(address: string, port: number): Promise<Socket>;
  /** Addresses of a name: /etc/hosts, then the namespace's resolver; empty if unknown. */
  resolve(name: string): Promise<string[]>;
  /** Milliseconds of the round trip, or undefined if nothing answers within `timeoutMs`. @throws SysError ENETUNREACH */
  ping(address: string, timeoutMs: number): Promise<number | undefined>;
  /** Ports that something listens on, for ss and netstat. */
  listeners(): readonly { local: SocketAddress; pid: number; program: string }[];
}
