import type { RequestRecord } from '../../api/probe.ts';
import type { Socket } from '../../kernel/net/socket.ts';
import { toText } from '../../lib/bytes.ts';

/** So much of an answer is kept. */
const KEPT_BYTES = 64 * 1024;
const REQUEST_LINE = /^([A-Z]+) (\S+) HTTP\/1\.[01]\r?\n/;
const STATUS_LINE = /^HTTP\/1\.[01] (\d{3})/;

/** The same connection; each HTTP request over it is told, again whenever more of its answer came. `direct`: to a container's own address. */
export function watchRequests(
  socket: Socket,
  direct: boolean,
  tell: (request: RequestRecord, index: number | undefined) => number,
): Socket {
  let current: { method: string; target: string; answer: string; index: number | undefined } | undefined;
  return {
    get local() {
      return socket.local;
    },
    get remote() {
      return socket.remote;
    },
    ...(socket.service === undefined ? {} : { service: socket.service }),
    ...(socket.takenBy ? { takenBy: socket.takenBy } : {}),
    read: async (max) => {
      const bytes = await socket.read(max);
      if (bytes && current && current.answer.length < KEPT_BYTES) {
        current.answer += toText(bytes);
        const [, status] = STATUS_LINE.exec(current.answer) ?? [];
        const { method, target, answer } = current;
        const body = answer.slice((answer.indexOf('\r\n\r\n') + 1 || answer.length) + 3);
        if (status !== undefined)
          current.index = tell(
            { method, port: socket.remote.port, target, direct, status: Number(status), body },
            current.index,
          );
      }
      return bytes;
    },
    write: (bytes) => {
      const [, method = '', target = ''] = REQUEST_LINE.exec(toText(bytes.subarray(0, 4096))) ?? [];
      if (method) current = { method, target, answer: '', index: undefined };
      return socket.write(bytes);
    },
    end: () => socket.end(),
    close: () => socket.close(),
    readable: () => socket.readable(),
  };
}
