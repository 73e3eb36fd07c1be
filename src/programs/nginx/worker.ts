import { isSysError } from '../../kernel/errno.ts';
import type { Listener } from '../../kernel/net/socket.ts';
import type { Process } from '../../kernel/process.ts';
import { serveHttp, type HttpServer } from '../http/serve-http.ts';
import { Answerer } from './answer.ts';
import type { Connections } from './connections.ts';
import { appendLog, createLogger } from './error-log.ts';
import type { NginxConfig } from './settings.ts';
import { expandVariables } from './variables.ts';

/** A worker: accepts on the shared listeners until it is told to end. */
export async function work(
  proc: Process,
  config: NginxConfig,
  listeners: readonly Listener[],
  connections: Connections,
): Promise<number> {
  const log = createLogger(proc, config);
  const answerer = new Answerer(proc, config, connections, log);
  const starts = new WeakMap<object, number>();
  const servers: HttpServer[] = listeners.map((listener) =>
    serveHttp(
      proc,
      listener,
      (request, socket) => {
        starts.set(request, proc.now());
        connections.requested(socket);
        return answerer.answer(request, socket);
      },
      {
        opened: (socket) => connections.opened(socket),
        closed: (socket) => connections.closed(socket),
        badRequest: (socket) => answerer.badRequest(socket),
        sent: async (request, response, bodyBytes, socket) => {
          connections.answered(socket);
          const found = answerer.locate(request, socket);
          if (!found) return;
          const context = {
            ...answerer.context(request, socket, found.server, found.location, request.target),
            status: response.status,
            bodyBytes,
            startMs: starts.get(request) ?? proc.now(),
          };
          for (const { path, format } of found.location.settings.accessLogs)
            await appendLog(proc, path, `${expandVariables(format, context)}\n`);
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
