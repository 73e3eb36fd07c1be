import { isSysError } from '../../kernel/errno.ts';
import type { Listener, Socket } from '../../kernel/net/socket.ts';
import type { Process } from '../../kernel/process.ts';
import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import { serveHttp, type HttpServer } from '../http/serve-http.ts';
import { Answerer, HANG_UP } from './answer.ts';
import type { Balancer } from './balancer.ts';
import type { Connections } from './connections.ts';
import { createLogger, type Logs } from './error-log.ts';
import type { NginxConfig } from './settings.ts';
import { expandVariables } from './variables.ts';

/** A worker: accepts on the shared listeners until it is told to end. */
export async function work(
  proc: Process,
  config: NginxConfig,
  listeners: readonly Listener[],
  connections: Connections,
  balancer: Balancer,
  logs: Logs,
): Promise<number> {
  const write = logs.now();
  const log = createLogger(proc, config, logs);
  const answerer = new Answerer(proc, config, balancer, connections, log);
  const logAccess = async (
    request: HttpRequest,
    response: HttpResponse,
    bodyBytes: number,
    socket: Socket,
  ): Promise<void> => {
    const visit = answerer.visitOf(request, socket);
    if (!visit) return;
    const context = {
      ...answerer.context(visit),
      status: response.status,
      bodyBytes,
      responseHeaders: response.headers,
    };
    for (const { path, format } of visit.location.settings.accessLogs)
      await write(proc, path, `${expandVariables(format, context)}\n`);
  };
  const answer = async (request: HttpRequest, socket: Socket): Promise<HttpResponse> => {
    const response = await answerer.answer(request, socket);
    if (response.status !== HANG_UP) return response;
    await logAccess(request, response, 0, socket);
    // Writing to it fails from here on, which ends the connection.
    socket.close();
    return response;
  };
  const servers: HttpServer[] = listeners.map((listener) =>
    serveHttp(
      proc,
      listener,
      (request, socket) => {
        connections.requested(socket);
        return answer(request, socket);
      },
      {
        opened: (socket) => connections.opened(socket),
        closed: (socket) => connections.closed(socket),
        badRequest: (socket) => answerer.badRequest(socket),
        sent: async (request, response, bodyBytes, socket) => {
          connections.answered(socket);
          await logAccess(request, response, bodyBytes, socket);
        },
      },
    ),
  );
  let command: 'stop' | 'quit' | undefined;
  const obey = (how: 'stop' | 'quit') => (): void => {
    command = how;
    proc.interrupt();
  };
  proc.onSignal('SIGTERM', obey('stop'));
  proc.onSignal('SIGINT', 'ignore');
  proc.onSignal('SIGHUP', 'ignore');
  proc.onSignal('SIGQUIT', obey('quit'));
  while (command === undefined) {
    try {
      await proc.pause();
    } catch (error) {
      if (!isSysError(error, 'EINTR')) throw error;
    }
  }
  if ((command as string) === 'quit') {
    await log('notice', 'gracefully shutting down');
    for (const server of servers) server.stop();
    for (const server of servers) await server.finished();
  }
  await log('notice', 'exiting');
  await log('notice', 'exit');
  return 0;
}
