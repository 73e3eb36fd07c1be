import { SysError } from '../../../kernel/errno.ts';
import type { Listener, Socket } from '../../../kernel/net/socket.ts';
import type { Process } from '../../../kernel/process.ts';
import { withTimeout } from './with-timeout.ts';
import { fromHex, toHex } from './hex.ts';
import { number, text } from '../../support/wasm/host-arguments.ts';
import type { HostCall } from './host-call.ts';

/** Stream sockets by number. A timeout of less than 0 is none. */
export function networkCalls(proc: Process): Record<string, HostCall> {
  const sockets = new Map<number, Socket | Listener>();
  let next = 100;
  const add = (socket: Socket | Listener): number => {
    sockets.set(next, socket);
    return next++;
  };
  const stream = (id: number): Socket => {
    const socket = sockets.get(id);
    if (!socket || !('read' in socket)) throw new SysError(socket ? 'ENOTCONN' : 'EBADF');
    return socket;
  };
  return {
    resolve: async (name) => (await proc.network.resolve(text(name)))[0] ?? '',
    connect: async (address, port, timeout) =>
      add(await withTimeout(proc, number(timeout), () => proc.network.connect(text(address), number(port)))),
    listen: (address, port) => add(proc.network.listen(text(address), number(port))),
    accept: async (id, timeout) => {
      const listener = sockets.get(number(id));
      if (!listener || !('accept' in listener)) throw new SysError('EINVAL');
      return add(await withTimeout(proc, number(timeout), () => listener.accept()));
    },
    recv: async (id, count, timeout) => {
      const bytes = await withTimeout(proc, number(timeout), () => stream(number(id)).read(number(count)));
      return bytes ? toHex(bytes) : '';
    },
    send: async (id, data) => {
      const bytes = fromHex(text(data));
      await stream(number(id)).write(bytes);
      return bytes.length;
    },
    shutdown: (id) => (stream(number(id)).end(), null),
    readable: (id) => (stream(number(id)).readable() ? 1 : 0),
    addresses: (id) => {
      const socket = sockets.get(number(id));
      if (!socket) throw new SysError('EBADF');
      const remote = 'remote' in socket ? socket.remote : { address: '', port: 0 };
      return `${socket.local.address} ${socket.local.port} ${remote.address} ${remote.port}`;
    },
    closeSocket: (id) => {
      sockets.get(number(id))?.close();
      sockets.delete(number(id));
      return null;
    },
  };
}
