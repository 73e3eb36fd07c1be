import { SysError } from '../errno.ts';
import type { FileView, Place } from '../files/file-view.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Listener, Socket, SocketAddress } from './socket.ts';
import { AcceptQueue, createSocketPair, type SocketEnd } from './stream-socket.ts';

const NOWHERE: SocketAddress = { address: '', port: 0 };
const NAMELESS: SocketEnd = { local: NOWHERE, remote: NOWHERE };

/** Who listens on which socket file: found by inode, so a bind-mounted socket works too. */
export class UnixSockets {
  readonly #scheduler: Scheduler;
  readonly #listeners = new Map<string, { queue: AcceptQueue; service: unknown }>();

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  /** Makes the socket file. `service` is handed to whoever connects. @throws SysError EADDRINUSE */
  listen(view: FileView, path: string, service?: unknown): Listener {
    if (view.lstatIfAny(path)) throw new SysError('EADDRINUSE', path);
    view.mknod(path, 'socket', 0o660);
    const key = keyOf(view.resolve(path));
    const queue = new AcceptQueue(this.#scheduler, NOWHERE, () => this.#listeners.delete(key));
    this.#listeners.set(key, { queue, service });
    return queue;
  }

  /** @throws SysError ENOENT, EACCES, ECONNREFUSED */
  async connect(view: FileView, path: string): Promise<Socket> {
    const stat = view.stat(path);
    if (!view.access(path, 2)) throw new SysError('EACCES', path);
    const listener = stat.type === 'socket' ? this.#listeners.get(keyOf(view.resolve(path))) : undefined;
    if (!listener) throw new SysError('ECONNREFUSED', path);
    const pair = createSocketPair(this.#scheduler, { client: NAMELESS, server: NAMELESS }, listener.service);
    listener.queue.offer(pair.server);
    return pair.client;
  }
}

function keyOf(place: Place): string {
  return `${place.fs.dev}:${place.ino}`;
}
