import { SysError } from '../../kernel/errno.ts';
import { isLoopback } from '../../kernel/net/ipv4.ts';
import { httpRequest as sendRequest } from '../../programs/http/client.ts';
import type { PreviewRequest, Queries } from './queries.ts';
import { QueryRefused, type QueryHandler } from './query.ts';

type Answer = Queries['httpRequest']['answer'];

/** The browser panel's request, sent from the machine itself through its network. */
export const httpRequest: QueryHandler<'httpRequest'> = async ({ machine }, request) => {
  const { address, port } = targetOf(request);
  const network = machine.kernel.hostNetwork;
  try {
    const socket = await network.connect(address, port);
    try {
      const headers: [string, string][] = [
        ['Host', request.host],
        ...request.headers.filter(([name]) => name.toLowerCase() !== 'host'),
      ];
      const { method, target, body } = request;
      return await sendRequest(socket, { method, target, headers, ...(body ? { body } : {}) });
    } finally {
      socket.close();
    }
  } catch (error) {
    if (error instanceof SysError) return failure(error, port);
    throw error;
  }
};

function targetOf({ host }: PreviewRequest): { address: string; port: number } {
  const match = /^(localhost|[\d.]+)(?::(\d+))?$/.exec(host);
  const port = Number(match?.[2] ?? 80);
  if (!match?.[1] || port < 1 || port > 65535)
    throw new QueryRefused(`Only addresses of this machine can be opened, such as localhost:4000.`);
  const address = match[1] === 'localhost' ? '127.0.0.1' : match[1];
  if (!isLoopback(address) && !/^(172|192|10)\./.test(address))
    throw new QueryRefused('Only addresses of this machine can be opened.');
  return { address, port };
}

function failure(error: SysError, port: number): Answer {
  switch (error.code) {
    case 'ECONNREFUSED':
      return {
        failed: 'refused',
        message: `Nothing listens on port ${port} of this machine. Is a container publishing it (-p ${port}:…)?`,
      };
    case 'ETIMEDOUT':
      return { failed: 'timeout', message: 'No answer came in time.' };
    case 'ECONNRESET':
    case 'EPIPE':
      return { failed: 'reset', message: 'The connection was closed before an answer came.' };
    default:
      return { failed: 'unreachable', message: `That address can't be reached: ${error.message}.` };
  }
}
