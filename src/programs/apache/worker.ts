import { isSysError } from '../../kernel/errno.ts';
import type { Listener, Socket } from '../../kernel/net/socket.ts';
import type { Process } from '../../kernel/process.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import type { LogFiles } from '../support/log-files.ts';
import { serveHttp, type HttpServer } from '../http/serve-http.ts';
import { formatAccess } from './access-log.ts';
import { Answerer, type LogError, type Outcome } from './answer.ts';
import { DEFAULT_SETTINGS } from './fold-settings.ts';
import { failedResponse, finishResponse, type Around } from './finish-response.ts';
import { isLogged } from './log-level.ts';
import { errorLine } from './logs.ts';
import type { MemberTurns } from './proxy.ts';
import type { ApacheConfig, Host } from './settings.ts';

/** What all children share. */
export interface Shared {
  readonly config: ApacheConfig;
  readonly listeners: readonly Listener[];
  readonly logs: LogFiles;
  readonly turns: MemberTurns;
  /** What the server calls itself where no ServerName says it. */
  readonly serverName: string;
}

/** A child: accepts on the shared listeners until it is told to end. */
export async function work(proc: Process, shared: Shared): Promise<number> {
  const worker = new Worker(proc, shared);
  const servers: HttpServer[] = shared.listeners.map((listener) =>
    serveHttp(proc, listener, (request, socket) => worker.answer(request, socket), {
      quietKeepAlive: true,
      badRequest: (socket) => worker.badRequest(socket),
      sent: (request, response, bytes, socket) => worker.logAccess(request, response, bytes, socket),
    }),
  );
  let command: 'stop' | 'graceful' | undefined;
  const obey = (how: 'stop' | 'graceful') => (): void => {
    command = how;
    proc.interrupt();
  };
  proc.onSignal('SIGTERM', obey('stop'));
  proc.onSignal('SIGUSR1', obey('graceful'));
  for (const signal of ['SIGINT', 'SIGHUP', 'SIGWINCH'] as const) proc.onSignal(signal, 'ignore');
  while (command === undefined) {
    try {
      await proc.pause();
    } catch (error) {
      if (!isSysError(error, 'EINTR')) throw error;
    }
  }
  if ((command as string) === 'graceful') {
    for (const server of servers) server.stop();
    for (const server of servers) await server.finished();
  }
  return 0;
}

class Worker {
  readonly #proc: Process;
  readonly #shared: Shared;
  readonly #answerer: Answerer;
  readonly #requests = new WeakMap<Socket, number>();
  readonly #seen = new WeakMap<HttpRequest, { startMs: number; host: Host; outcome: Outcome }>();

  constructor(proc: Process, shared: Shared) {
    this.#proc = proc;
    this.#shared = shared;
    this.#answerer = new Answerer(proc, shared.config, shared.turns);
  }

  async answer(request: HttpRequest, socket: Socket): Promise<HttpResponse> {
    const startMs = this.#proc.now();
    const host = this.#answerer.hostOf(request, socket);
    const pending: Promise<void>[] = [];
    const log: LogError = (module, level, text) => {
      if (isLogged(level, host.logLevel)) pending.push(this.#logError(host, socket, module, level, text));
    };
    const outcome = await this.#answerer.decide(request, socket, host, log);
    const around = this.#around(request, socket, host);
    const [final, response] = await this.#withDocument(outcome, request, socket, host, around, log);
    await Promise.all(pending);
    this.#seen.set(request, { startMs, host, outcome: final });
    return finishResponse(response, final, around);
  }

  #around(request: HttpRequest, socket: Socket, host: Host): Around {
    const count = (this.#requests.get(socket) ?? -1) + 1;
    this.#requests.set(socket, count);
    const { config, serverName } = this.#shared;
    const max = config.maxKeepAlive === 0 ? Infinity : config.maxKeepAlive;
    const name = request.headers.get('Host')?.replace(/:\d+$/, '') ?? host.serverName ?? serverName;
    return {
      nowMs: this.#proc.now(),
      config,
      host,
      request,
      requestsLeft: max - count,
      serverName: name,
      port: socket.local.port,
    };
  }

  /** What is shown for a failure: an ErrorDocument where there is one, else httpd's own page. */
  async #withDocument(
    outcome: Outcome,
    request: HttpRequest,
    socket: Socket,
    host: Host,
    around: Around,
    log: LogError,
  ): Promise<[Outcome, HttpResponse]> {
    if (outcome.kind === 'made') return [outcome, outcome.response];
    const document = outcome.settings.errorDocuments.get(outcome.status);
    if (document === undefined || document.startsWith('"'))
      return [outcome, failedResponse(outcome, around, document)];
    if (!document.startsWith('/')) {
      const moved = { ...outcome, status: 302, location: document };
      return [moved, failedResponse(moved, around, undefined)];
    }
    const headers = new HttpHeaders([...request.headers].filter(([name]) => !/^(range|if-.*)$/i.test(name)));
    const get = { ...request, headers, method: request.method === 'HEAD' ? 'HEAD' : 'GET' };
    const shown = await this.#answerer.atPath(get, socket, host, document, log);
    if (shown.kind === 'failed') return [outcome, failedResponse(outcome, around, undefined, shown.status)];
    const response = { ...shown.response, status: outcome.status };
    for (const [name, value] of outcome.headers ?? []) response.headers.append(name, value);
    return [{ ...outcome, settings: shown.settings }, response];
  }

  /** For what could not be read as a request. */
  badRequest(socket: Socket): HttpResponse {
    const request: HttpRequest = { method: '', target: '', version: 'HTTP/1.0', headers: new HttpHeaders(), body: new Uint8Array(0) }; // prettier-ignore
    const host = this.#answerer.hostOf(request, socket);
    const around = this.#around(request, socket, host);
    const outcome = { kind: 'failed' as const, status: 400, settings: DEFAULT_SETTINGS };
    return finishResponse(failedResponse(outcome, around, undefined), outcome, around);
  }

  async logAccess(request: HttpRequest, response: HttpResponse, bodyBytes: number, socket: Socket): Promise<void> {
    const seen = this.#seen.get(request);
    const host = seen?.host ?? this.#answerer.hostOf(request, socket);
    const endMs = this.#proc.now();
    for (const { path, format } of host.accessLogs) {
      const line = formatAccess(format, {
        request: seen ? request : { ...request, method: '' },
        socket,
        host,
        serverName: this.#shared.serverName,
        status: response.status,
        headers: response.headers,
        bodyBytes,
        user: seen?.outcome.user,
        startMs: seen?.startMs ?? endMs,
        endMs,
        pid: this.#proc.pid,
        fileName: seen?.outcome.fileName ?? '-',
      });
      await this.#shared.logs.write(this.#proc, path, `${line}\n`);
    }
  } // prettier-ignore

  #logError(host: Host, { remote }: Socket, module: string, level: string, text: string): Promise<void> {
    const said = text.replace('{client}', `[client ${remote.address}:${remote.port}] `);
    return this.#shared.logs.write(this.#proc, host.errorLog, errorLine(this.#proc, module, level, said));
  }
}
