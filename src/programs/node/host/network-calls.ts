import { isSysError, SysError } from '../../../kernel/errno.ts';
import type { Listener, Socket } from '../../../kernel/net/socket.ts';
import type { Process } from '../../../kernel/process.ts';
import type { HostCall } from '../runtime/quickjs-vm.ts';
import { number, text } from '../../support/wasm/host-arguments.ts';
import { bytes } from './arguments.ts';
import type { EventQueue } from './event-queue.ts';

/** A connected socket and what the program still wants of it. */
interface Connection {
  readonly socket: Socket;
  /** What waits to be sent. */
  readonly queue: Uint8Array[];
  sending: boolean;
  ends: boolean;
  paused: boolean;
  reading: boolean;
}

const CHUNK = 65536;

/** Stream sockets by number; what happens to them comes as events. */
export function networkCalls(proc: Process, events: EventQueue): Record<string, HostCall> {
  const connections = new Map<number, Connection>();
  const listeners = new Map<number, Listener>();
  let next = 1;
  const add = (socket: Socket): number => {
    connections.set(next, { socket, queue: [], sending: false, ends: false, paused: false, reading: false });
    return next++;
  };
  const find = (handle: number): Connection => {
    const found = connections.get(handle);
    if (!found) throw new SysError('EBADF');
    return found;
  };
  /** Reads until the end, or until the program has enough. */
  const pump = async (id: number, connection: Connection): Promise<void> => {
    if (connection.reading) return;
    connection.reading = true;
    try {
      while (!connection.paused) {
        const data = await connection.socket.read(CHUNK);
        if (data === null) {
          events.emit(id, 'end');
          return;
        }
        events.emit(id, 'data', data);
      }
    } finally {
      connection.reading = false;
    }
  };
  const send = async (id: number, connection: Connection): Promise<void> => {
    try {
      for (let data = connection.queue.shift(); data; data = connection.queue.shift())
        await connection.socket.write(data);
      if (connection.ends) connection.socket.end();
      events.emit(id, 'drain');
    } finally {
      connection.sending = false;
    }
  };
  return {
    lookup: (id, name) => {
      events.start(number(id), 'lookup', async () => {
        const found = await proc.network.resolve(text(name));
        events.emit(number(id), 'found', found.join(' '));
      });
      return null;
    },
    connect: (id, address, port) => {
      events.start(number(id), 'connect', async () => {
        const socket = await proc.network.connect(text(address), number(port));
        events.emit(number(id), 'connect', describe(add(socket), socket));
      });
      return null;
    },
    connectUnix: (id, path) => {
      events.start(number(id), 'connect', async () => {
        const socket = await proc.connectUnix(text(path));
        events.emit(number(id), 'connect', describe(add(socket), socket));
      });
      return null;
    },
    listen: (id, address, port, path) => {
      const listener =
        path === null || path === undefined ? proc.network.listen(text(address), number(port)) : proc.listenUnix(text(path));
      const handle = next++;
      listeners.set(handle, listener);
      proc.thread('accept', async () => {
        try {
          for (;;) {
            const socket = await listener.accept();
            events.emit(number(id), 'connection', describe(add(socket), socket));
          }
        } catch (error) {
          if (!isSysError(error)) throw error;
        }
      });
      return `${handle} ${listener.local.address || '0.0.0.0'} ${listener.local.port}`;
    },
    unlisten: (handle) => {
      listeners.get(number(handle))?.close();
      listeners.delete(number(handle));
      return null;
    },
    receive: (handle, id) => {
      const connection = find(number(handle));
      connection.paused = false;
      events.start(number(id), 'read', () => pump(number(id), connection));
      return null;
    },
    pause: (handle) => {
      find(number(handle)).paused = true;
      return null;
    },
    send: (handle, id, buffer, offset, length) => {
      const connection = find(number(handle));
      connection.queue.push(bytes(buffer, offset, length));
      if (connection.sending) return null;
      connection.sending = true;
      events.start(number(id), 'write', () => send(number(id), connection));
      return null;
    },
    shutdown: (handle) => {
      const connection = find(number(handle));
      connection.ends = true;
      if (!connection.sending) connection.socket.end();
      return null;
    },
    closeSocket: (handle) => {
      connections.get(number(handle))?.socket.close();
      connections.delete(number(handle));
      return null;
    },
    interfaces: () => JSON.stringify(proc.network.interfaces),
  };
} // prettier-ignore

const describe = (handle: number, { local, remote }: Socket): string =>
  `${handle} ${local.address || '-'} ${local.port} ${remote.address || '-'} ${remote.port}`;
