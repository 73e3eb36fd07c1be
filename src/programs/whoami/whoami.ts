import { NO_BYTES, toBytes } from '../../lib/bytes.ts';
import { DurationError, parseDuration } from '../../lib/go-duration.ts';
import { parseBool } from '../../lib/go-bool.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Listener, Socket } from '../../kernel/net/socket.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { formatHttpDate } from '../http/http-date.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import { serveHttp } from '../http/serve-http.ts';
import { strftime } from '../support/strftime.ts';
import { parseWhoamiFlags, type WhoamiFlags } from './flags.ts';
import { apiPage, dataContent, dataSize, queryOf, whoamiPage } from './pages.ts';

const PLAIN = 'text/plain; charset=utf-8';

/** Go sends a body up to this size whole, a longer one in chunks. */
const WHOLE_BYTES = 2048;

/** whoami: a server that tells who answered and what it was asked. @see traefik/whoami v1.11 */
export const whoami: Program = async (proc) => {
  const flags = parseWhoamiFlags(proc.argv, proc.env);
  if ('status' in flags) {
    await proc.err(flags.text);
    return flags.status;
  }
  if (flags.cert !== '' && flags.key !== '') {
    await log(proc, `Starting up with TLS on port ${flags.port}`);
    proc.notice('TLS is not simulated: without -cert and -key, whoami answers plain HTTP.');
    return fatal(proc, `open ${flags.cert}: no such file or directory`);
  }
  await log(proc, `Starting up on port ${flags.port}`);
  let listener: Listener;
  try {
    listener = listen(proc, flags.port);
  } catch (error) {
    if (isSysError(error)) return fatal(proc, `listen tcp :${flags.port}: bind: ${lower(error.message)}`);
    if (error instanceof PortError) return fatal(proc, error.message);
    throw error;
  }
  const server = new Whoami(proc, flags);
  serveHttp(proc, listener, (request, socket) => server.answer(request, socket), {
    quietKeepAlive: true,
    badRequest: () => badRequest(''),
    sent: (request, _response, _bytes, socket) => server.logRequest(request, socket),
  });
  return untilKilled(proc);
};

class PortError extends Error {}

function listen(proc: Process, port: string): Listener {
  if (!/^\d+$/.test(port)) throw new PortError(`listen tcp: lookup tcp/${port}: unknown port`);
  if (Number(port) > 65535) throw new PortError(`listen tcp: address ${port}: invalid port`);
  return proc.network.listen('0.0.0.0', Number(port));
}

const lower = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);

/** A line of Go's log package. */
async function log(proc: Process, text: string): Promise<void> {
  await proc.err(`${strftime('%Y/%m/%d %H:%M:%S', proc.now())} ${text}\n`);
}

async function fatal(proc: Process, text: string): Promise<number> {
  await log(proc, text);
  return 1;
}

/** A first process can't end by the default action of a signal: the Go runtime exits with 2 instead. @see Go runtime dieFromSignal */
async function untilKilled(proc: Process): Promise<number> {
  let killed = false;
  if (proc.pid === 1)
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const)
      proc.onSignal(signal, () => {
        killed = true;
        proc.interrupt();
      });
  while (!killed) {
    try {
      await proc.pause();
    } catch (error) {
      if (!isSysError(error, 'EINTR')) throw error;
    }
  }
  return 2;
}

function badRequest(why: string): HttpResponse {
  const headers = new HttpHeaders([
    ['Content-Type', PLAIN],
    ['Connection', 'close'],
  ]);
  return { status: 400, headers, body: toBytes(`400 Bad Request${why}`) };
}

class Whoami {
  readonly #proc: Process;
  readonly #flags: WhoamiFlags;
  #health = 200;

  constructor(proc: Process, flags: WhoamiFlags) {
    this.#proc = proc;
    this.#flags = flags;
  }

  async logRequest({ method, target, version }: HttpRequest, { remote }: Socket): Promise<void> {
    if (!this.#flags.verbose || target === '') return;
    const time = strftime('%d/%b/%Y:%H:%M:%S +0000', this.#proc.now());
    const path = target.split('?')[0] ?? '';
    await log(
      this.#proc,
      `${remote.address}:${remote.port} - - [${time}] "${method} ${path} ${version}" - -`,
    );
  }

  answer(request: HttpRequest, socket: Socket): HttpResponse | Promise<HttpResponse> {
    if (request.version === 'HTTP/1.1' && !request.headers.has('Host'))
      return badRequest(': missing required Host header');
    const { name } = this.#flags;
    switch (request.target.split('?')[0]) {
      case '/data':
        return this.#data(request);
      case '/echo':
        return this.#echo(request);
      case '/bench':
        return this.#send(200, toBytes('1'), 'text/plain', [['Connection', 'keep-alive']]);
      case '/api':
        return this.#send(200, apiPage(this.#proc, name, request, socket), 'application/json', [
          ['Access-Control-Allow-Methods', '*'],
          ['Access-Control-Allow-Origin', this.#flags.allowedOrigins],
        ]);
      case '/health':
        return this.#healthPage(request);
      default:
        return this.#whoami(request, socket);
    }
  }

  /** An answer with the headers in Go's order: those of the handler sorted, then its own. */
  #send(
    status: number,
    body: Uint8Array,
    type: string,
    own: readonly (readonly [string, string])[] = [],
  ): HttpResponse {
    const fields = [...own, ['Content-Type', type] as const].sort(([a], [b]) => (a < b ? -1 : 1));
    const headers = new HttpHeaders(fields);
    headers.append('Date', formatHttpDate(this.#proc.now()));
    if (body.length > WHOLE_BYTES) return { status, headers, body: inOnePiece(body) };
    headers.append('Content-Length', String(body.length));
    return { status, headers, body };
  }

  /** An answer whose type Go finds out by itself. */
  #plain(status: number, body: Uint8Array): HttpResponse {
    const headers = new HttpHeaders([['Date', formatHttpDate(this.#proc.now())]]);
    const whole = body.length <= WHOLE_BYTES;
    if (whole) headers.append('Content-Length', String(body.length));
    if (body.length > 0) headers.append('Content-Type', PLAIN);
    return { status, headers, body: whole ? body : inOnePiece(body) };
  }

  async #whoami(request: HttpRequest, socket: Socket): Promise<HttpResponse> {
    const wait = queryOf(request.target).get('wait') ?? '';
    if (wait !== '') await this.#sleep(wait);
    return this.#plain(200, whoamiPage(this.#proc, this.#flags.name, request, socket));
  }

  async #sleep(duration: string): Promise<void> {
    try {
      await this.#proc.sleep(Math.max(0, parseDuration(duration) / 1e6));
    } catch (error) {
      if (!(error instanceof DurationError)) throw error;
    }
  }

  #data(request: HttpRequest): HttpResponse {
    const size = dataSize(request.target);
    const headers = new HttpHeaders([['Date', formatHttpDate(this.#proc.now())]]);
    const isAttachment = parseBool(queryOf(request.target).get('attachment') ?? '') ?? false;
    const length = size > 1 ? size : 0;
    if (isAttachment) headers.append('Content-Disposition', 'Attachment');
    if (isAttachment || length <= WHOLE_BYTES) headers.append('Content-Length', String(length));
    if (length > 0) headers.append('Content-Type', PLAIN);
    return { status: 200, headers, body: dataContent(this.#proc, size) };
  }

  /** Simplified: WebSockets are not simulated; what is no handshake is refused as in life. */
  async #echo(request: HttpRequest): Promise<HttpResponse> {
    const protocol = 'websocket: the client is not using the websocket protocol';
    if (!/upgrade/i.test(request.headers.get('Connection') ?? ''))
      await log(this.#proc, `${protocol}: 'upgrade' token not found in 'Connection' header`);
    else if (!/websocket/i.test(request.headers.get('Upgrade') ?? ''))
      await log(this.#proc, `${protocol}: 'websocket' token not found in 'Upgrade' header`);
    else this.#proc.notice('WebSockets are not simulated: /echo of whoami answers 400.');
    return this.#send(400, toBytes('Bad Request\n'), PLAIN, [
      ['Sec-Websocket-Version', '13'],
      ['X-Content-Type-Options', 'nosniff'],
    ]);
  }

  async #healthPage(request: HttpRequest): Promise<HttpResponse> {
    if (request.method !== 'POST') return this.#plain(this.#health, NO_BYTES);
    const status: unknown = parseJson(new TextDecoder().decode(request.body));
    if (typeof status === 'string')
      return this.#send(400, toBytes(`${status}\n`), PLAIN, [['X-Content-Type-Options', 'nosniff']]);
    await this.#proc.out(`Update health check status code [${String(status)}]\n`);
    this.#health = Number(status);
    return this.#plain(200, NO_BYTES);
  }
}

async function* inOnePiece(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
}

/** The number in a body, or Go's words for why there is none. @see Go encoding/json Decoder */
function parseJson(text: string): number | string {
  if (text.trim() === '') return 'EOF';
  const [number] = /^\s*-?\d+(?=\s|$)/.exec(text) ?? [];
  if (number !== undefined) return Number(number);
  const first = text.trim().charAt(0);
  return /["{[tfn\d-]/.test(first)
    ? `json: cannot unmarshal ${first === '"' ? 'string' : first === '{' ? 'object' : first === '[' ? 'array' : /[\d-]/.test(first) ? `number ${text.trim()}` : 'bool'} into Go value of type int`
    : `invalid character '${first}' looking for beginning of value`;
}
