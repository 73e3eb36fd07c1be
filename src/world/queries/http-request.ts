import { isSysError, type SysError } from '../../kernel/errno.ts';
import { isLoopback } from '../../kernel/net/ipv4.ts';
import { MACHINE_ADDRESS } from '../machine.ts';
import { concatBytes } from '../../lib/bytes.ts';
import { HttpHeaders } from '../../programs/http/http-headers.ts';
import { HttpFormatError } from '../../programs/http/http-message.ts';
import { EmptyReplyError, httpRequest as sendRequest } from '../../programs/http/http-request.ts';
import type { PreviewRequest, Queries } from './queries.ts';
import { QueryRefused, type QueryContext, type QueryHandler } from './query.ts';

type Answer = Queries['httpRequest']['answer'];

/** The browser panel's request, sent from the machine itself through its network. */
export const httpRequest: QueryHandler<'httpRequest'> = async (context, request) => {
  const answer = await send(context, request);
  const { address, port } = targetOf(request);
  // What is asked of other machines is no sign of anything here.
  if (isLoopback(address) || address === MACHINE_ADDRESS)
    context.activity.request({
      port,
      atMs: context.machine.kernel.clock.now(),
      outcome: 'failed' in answer ? answer.failed : 'answered',
    });
  return answer;
};

async function send({ machine, whenCancelled }: QueryContext, request: PreviewRequest): Promise<Answer> {
  const { address, port } = targetOf(request);
  const headers = new HttpHeaders([
    ['Host', request.host],
    ...request.headers.filter(([name]) => name.toLowerCase() !== 'host'),
    ['Connection', 'close'],
  ]);
  const { method, target, body } = request;
  try {
    const exchange = await sendRequest(machine.kernel.hostNetwork, `http://${address}:${port}${target}`, {
      method,
      headers,
      ...(body ? { body } : {}),
      // As a browser does that leaves a page: a stream of events would go on for ever.
      onConnect: (socket) => whenCancelled(() => socket.close()),
    });
    const chunks: Uint8Array[] = [];
    for await (const chunk of exchange.body) chunks.push(chunk);
    const { status, reason } = exchange.head;
    return { status, statusText: reason, headers: [...exchange.head.headers], body: concatBytes(chunks) };
  } catch (error) {
    if (error instanceof EmptyReplyError || error instanceof HttpFormatError) {
      return { failed: 'reset', message: 'The connection was closed before an answer came.' };
    }
    if (isSysError(error)) return failure(error, port);
    throw error;
  }
}

function targetOf({ host }: PreviewRequest): { address: string; port: number } {
  const match = /^(localhost|[\d.]+)(?::(\d+))?$/.exec(host);
  const port = Number(match?.[2] ?? 80);
  const address = match?.[1] === 'localhost' ? '127.0.0.1' : (match?.[1] ?? '');
  const known = isLoopback(address) || /^(172|192|10)\./.test(address);
  if (!known || port < 1 || port > 65535)
    throw new QueryRefused('Only addresses of this machine can be opened, such as localhost:4000.');
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
      return {
        failed: 'reset',
        message: `Port ${port} is published, but nothing answers behind it. Does the program in the container listen on 0.0.0.0, and on the port that was published?`,
      };
    case 'EPIPE':
      return { failed: 'reset', message: 'The connection was closed before an answer came.' };
    default:
      return { failed: 'unreachable', message: `That address can't be reached: ${error.message}.` };
  }
}
