import { concatBytes, toBytes } from '../../lib/bytes.ts';
import type { Network, Socket } from '../../kernel/net/socket.ts';
import { HttpHeaders } from './http-headers.ts';
import type { HttpResponseHead } from './http-message.ts';
import { MessageReader } from './message-reader.ts';

/** What to ask for. */
export interface HttpRequestOptions {
  readonly method?: string;
  readonly headers?: HttpHeaders;
  readonly body?: Uint8Array;
  /** Handed the connection before anything is sent: whoever closes it ends the request. */
  readonly onConnect?: (socket: Socket) => void;
}

/** The answer, with its body still to be read. */
export interface HttpExchange {
  readonly head: HttpResponseHead;
  readonly body: AsyncIterable<Uint8Array>;
  readonly socket: Socket;
}

/** The server closed the connection without an answer. */
export class EmptyReplyError extends Error {
  constructor() {
    super('Empty reply from server');
    this.name = 'EmptyReplyError';
  }
}

/** The name resolves to nothing. */
export class UnknownHostError extends Error {
  readonly host: string;

  constructor(host: string) {
    super(`unknown host ${host}`);
    this.name = 'UnknownHostError';
    this.host = host;
  }
}

/** What can't be a host's name is no host that is known. @throws UnknownHostError */
function parseUrl(address: string): URL {
  try {
    return new URL(address);
  } catch {
    throw new UnknownHostError(/^\w+:\/\/([^/?#]*)/.exec(address)?.[1] ?? address);
  }
}

/** The text of a request. */
export function formatRequest(
  target: string,
  options: Required<Pick<HttpRequestOptions, 'method' | 'headers'>>,
  body?: Uint8Array,
): Uint8Array {
  const head = toBytes(`${options.method} ${target} HTTP/1.1\r\n${options.headers.toString()}\r\n`);
  return body ? concatBytes([head, body]) : head;
}

/** True if a response to this has no body. */
export function hasNoBody(method: string, status: number): boolean {
  return method === 'HEAD' || status === 204 || status === 304;
}

/**
 * Sends a request to a URL and reads the head of the answer; the connection is closed behind the body.
 * @throws UnknownHostError, SysError of connect, EmptyReplyError, HttpFormatError
 */
export async function httpRequest(
  network: Network,
  address: string,
  options: HttpRequestOptions = {},
): Promise<HttpExchange> {
  const url = parseUrl(address);
  const [host] = await network.resolve(url.hostname);
  if (host === undefined) throw new UnknownHostError(url.hostname);
  const socket = await network.connect(host, Number(url.port || 80));
  const { method = 'GET', body, onConnect } = options;
  onConnect?.(socket);
  const headers = new HttpHeaders([['Host', url.port ? `${url.hostname}:${url.port}` : url.hostname]]);
  for (const [name, value] of options.headers ?? []) headers.set(name, value);
  if (body && !headers.has('Content-Length')) headers.set('Content-Length', String(body.length));
  headers.set('Connection', 'close');
  const reader = new MessageReader(socket);
  const head = await ask().catch((error: unknown) => {
    socket.close();
    throw error;
  });
  return {
    head,
    socket,
    body: closing(socket, hasNoBody(method, head.status) ? nothing() : reader.body(head.headers)),
  };

  async function ask(): Promise<HttpResponseHead> {
    await socket.write(formatRequest(url.pathname + url.search, { method, headers }, body));
    const answer = await reader.readResponseHead();
    if (!answer) throw new EmptyReplyError();
    return answer;
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function* closing(socket: Socket, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } finally {
    socket.close();
  }
}
