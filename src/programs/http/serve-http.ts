import { toBytes } from '../../lib/bytes.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Listener, Socket } from '../../kernel/net/socket.ts';
import type { Process } from '../../kernel/process.ts';
import type { Task } from '../../kernel/scheduler.ts';
import { processAccount, type BodyAccount } from './body-account.ts';
import { HttpHeaders } from './http-headers.ts';
import { HttpFormatError, REASONS, type HttpRequest, type HttpResponse } from './http-message.ts';
import { MessageReader } from './message-reader.ts';

/** Answers a request. `socket` tells who asks. */
export type HttpHandler = (request: HttpRequest, socket: Socket) => HttpResponse | Promise<HttpResponse>;

/** A running server. */
export interface HttpServer {
  /** Takes no more connections (the listener stays the caller's); idle ones are closed, the others finish their request. */
  stop(): void;
  /** Resolves when it was stopped and every connection is done. */
  finished(): Promise<void>;
}

/** What a server may do differently. */
export interface ServeOptions {
  /** Leaves out `Connection: keep-alive` where HTTP/1.1 takes it for granted, as Go and Apache do. */
  readonly quietKeepAlive?: boolean;
  /** Where bodies of requests are counted, instead of as memory of the process. */
  readonly account?: () => BodyAccount;
  /** A connection was accepted. */
  readonly opened?: (socket: Socket) => void;
  /** It is closed. */
  readonly closed?: (socket: Socket) => void;
  /** Answers a request that can't be read. */
  readonly badRequest?: (socket: Socket) => HttpResponse;
  /** After a response was sent: for access logs. */
  readonly sent?: (
    request: HttpRequest,
    response: HttpResponse,
    bodyBytes: number,
    socket: Socket,
  ) => void | Promise<void>;
}

/** Serves HTTP/1.1 with keep-alive: a thread of the process accepts, and one more for each connection. */
export function serveHttp(
  proc: Process,
  listener: Listener,
  handler: HttpHandler,
  options: ServeOptions = {},
): HttpServer {
  const idle = new Set<Socket>();
  const threads = new Set<Task>();
  let stopped = false;
  const connection = async (socket: Socket): Promise<void> => {
    const reader = new MessageReader(socket);
    const account = options.account?.() ?? processAccount(proc);
    options.opened?.(socket);
    try {
      for (let open = true; open && !stopped;) {
        idle.add(socket);
        const request = await nextRequest(reader, account, socket, options);
        idle.delete(socket);
        if (!request) break;
        const response = await handler(request, socket);
        open = keepsAlive(request, response);
        const quiet = options.quietKeepAlive === true && request.version === 'HTTP/1.1';
        const bytes = await writeResponse(socket, request, response, open && !stopped, quiet);
        account.release();
        await options.sent?.(request, response, bytes, socket);
      }
    } catch (error) {
      if (!isSysError(error)) throw error;
    } finally {
      idle.delete(socket);
      socket.close();
      options.closed?.(socket);
      account.release();
    }
  };
  const accept = proc.thread('accept', async () => {
    for (;;) {
      let socket: Socket;
      try {
        socket = await listener.accept();
      } catch (error) {
        if (isSysError(error)) return;
        throw error;
      }
      const thread = proc.thread('connection', () => connection(socket));
      threads.add(thread);
      if (threads.size > 64) for (const old of threads) if (old.done) threads.delete(old);
    }
  });
  return {
    stop: () => {
      stopped = true;
      accept.kill();
      for (const socket of idle) socket.close();
    },
    finished: async () => {
      for (const thread of threads) await thread.join();
    },
  };
}

async function nextRequest(
  reader: MessageReader,
  account: BodyAccount,
  socket: Socket,
  options: ServeOptions,
): Promise<HttpRequest | undefined> {
  try {
    return await reader.readRequest(account);
  } catch (error) {
    if (!(error instanceof HttpFormatError)) throw error;
    account.release();
    const request: HttpRequest = {
      method: 'GET',
      target: '',
      version: 'HTTP/1.1',
      headers: new HttpHeaders(),
      body: new Uint8Array(0),
    };
    const response = options.badRequest?.(socket) ?? {
      status: 400,
      headers: new HttpHeaders(),
      body: toBytes('Bad Request\n'),
    };
    const bytes = await writeResponse(socket, request, response, false);
    await options.sent?.(request, response, bytes, socket);
    return undefined;
  }
}

function keepsAlive(request: HttpRequest, response: HttpResponse): boolean {
  const asked = (request.headers.get('Connection') ?? '').toLowerCase();
  if (/close/i.test(response.headers.get('Connection') ?? '')) return false;
  return request.version === 'HTTP/1.1' ? asked !== 'close' : asked === 'keep-alive';
}

/** Sends a response; `Content-Length` or chunks, and `Connection` (unless `quiet`, where it would be keep-alive), are set here. Returns the bytes of its body. */
export async function writeResponse(
  socket: Socket,
  request: HttpRequest,
  response: HttpResponse,
  keepAlive: boolean,
  quiet = false,
): Promise<number> {
  const { status, headers, body } = response;
  const whole = body === undefined || body instanceof Uint8Array;
  const bodyless = status === 304 || status === 204 || status < 200;
  if (whole && !bodyless && !headers.has('Content-Length'))
    headers.set('Content-Length', String(body?.length ?? 0));
  if (!whole && !headers.has('Content-Length')) headers.set('Transfer-Encoding', 'chunked');
  if (!headers.has('Connection') && !(keepAlive && quiet))
    headers.set('Connection', keepAlive ? 'keep-alive' : 'close');
  await socket.write(
    toBytes(`HTTP/1.1 ${status} ${response.reason ?? REASONS[status] ?? ''}\r\n${headers.toString()}\r\n`),
  );
  if (request.method === 'HEAD' || bodyless) return 0;
  if (whole) {
    if (body?.length) await socket.write(body);
    return body?.length ?? 0;
  }
  return writePieces(socket, body, headers.has('Transfer-Encoding'));
}

async function writePieces(
  socket: Socket,
  body: AsyncIterable<Uint8Array>,
  chunked: boolean,
): Promise<number> {
  let bytes = 0;
  for await (const piece of body) {
    if (piece.length === 0) continue;
    bytes += piece.length;
    if (chunked) await socket.write(toBytes(`${piece.length.toString(16)}\r\n`));
    await socket.write(piece);
    if (chunked) await socket.write(toBytes('\r\n'));
  }
  if (chunked) await socket.write(toBytes('0\r\n\r\n'));
  return bytes;
}
