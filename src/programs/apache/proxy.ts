import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import type { Socket } from '../../kernel/net/socket.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import { HttpFormatError, type HttpRequest, type HttpResponse } from '../http/http-message.ts';
import { EmptyReplyError, httpRequest, UnknownHostError } from '../http/http-request.ts';
import { wholeBody } from '../http/message-reader.ts';
import { changeHeaders } from './change-headers.ts';
import type { DirSettings, Host, ProxyRule } from './settings.ts';

/** What went wrong behind a proxy. */
export interface ProxyFailure {
  readonly status: 500 | 502 | 503 | 504;
  readonly reason?: string;
  readonly notes?: string;
  /** For the error log: module and text. */
  readonly log: readonly (readonly [module: string, text: string])[];
}

/** Takes turns among the members of each balancer. */
export class MemberTurns {
  readonly #next = new Map<string, number>();

  /** The members to try, the one whose turn it is first. */
  order(name: string, members: readonly string[]): readonly string[] {
    const at = (this.#next.get(name) ?? 0) % Math.max(1, members.length);
    this.#next.set(name, at + 1);
    return [...members.slice(at), ...members.slice(0, at)];
  }
}

/** Passes a request on to the first of these URLs that can be reached. @see httpd mod_proxy_http */
export async function passOn(
  proc: Process,
  host: Host,
  settings: DirSettings,
  request: HttpRequest,
  socket: Socket,
  urls: readonly string[],
): Promise<HttpResponse | ProxyFailure> {
  let failure: ProxyFailure = { status: 503, log: [] };
  for (const url of urls) {
    const result = await attempt(proc, host, settings, request, socket, url);
    if (!('log' in result)) return result;
    failure = { ...result, log: [...failure.log, ...result.log] };
  }
  return failure;
}

async function attempt(
  proc: Process,
  host: Host,
  settings: DirSettings,
  request: HttpRequest,
  socket: Socket,
  url: string,
): Promise<HttpResponse | ProxyFailure> {
  const { host: authority, hostname, port } = new URL(url);
  const asked = request.headers.get('Host');
  const headers = new HttpHeaders(
    [...request.headers].filter(([name]) => !/^(host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|proxy-.*)$/i.test(name)), // prettier-ignore
  );
  headers.set('Host', host.preserveHost && asked !== undefined ? asked : authority);
  changeHeaders(headers, settings.requestHeaders);
  appendTo(headers, 'X-Forwarded-For', socket.remote.address);
  if (asked !== undefined) appendTo(headers, 'X-Forwarded-Host', asked);
  appendTo(headers, 'X-Forwarded-Server', host.serverName?.replace(/:\d+$/, '') ?? socket.local.address);
  try {
    const { head, body } = await httpRequest(proc.network, url, {
      method: request.method,
      headers,
      ...(request.body.length ? { body: request.body } : {}),
    });
    const whole = await wholeBody(body, request.account);
    const kept = new HttpHeaders(
      [...head.headers].filter(([name]) => !/^(connection|keep-alive|transfer-encoding|content-length)$/i.test(name)), // prettier-ignore
    );
    if (request.method === 'HEAD' && head.headers.has('Content-Length'))
      kept.set('Content-Length', head.headers.get('Content-Length') ?? '0');
    return { status: head.status, reason: head.reason, headers: kept, body: whole };
  } catch (error) {
    return failureOf(error, hostname, port || '80', request);
  }
}

function appendTo(headers: HttpHeaders, name: string, value: string): void {
  const old = headers.get(name);
  headers.set(name, old === undefined ? value : `${old}, ${value}`);
}

const NUMBERS: Readonly<Record<string, number>> = {
  ECONNREFUSED: 111,
  EHOSTUNREACH: 113,
  ENETUNREACH: 101,
  ECONNRESET: 104,
  ETIMEDOUT: 110,
};

/** Failures carry `{client}` where the error log tells who asked. */
function failureOf(error: unknown, name: string, port: string, { target }: HttpRequest): ProxyFailure {
  if (error instanceof UnknownHostError)
    return {
      status: 500,
      reason: 'Proxy Error',
      notes: `The proxy server could not handle the request<p>Reason: <strong>DNS lookup failure for: ${name}</strong></p><p />\n`,
      log: [
        ['proxy', `(EAI 2)Name or service not known: {client}AH00898: DNS lookup failure for: ${name} returned by ${target.split('?')[0] ?? ''}`], // prettier-ignore
      ],
    };
  const broken = 'Error reading from remote server';
  if (error instanceof EmptyReplyError || error instanceof HttpFormatError)
    return {
      status: 502,
      notes: `The proxy server could not handle the request<p>Reason: <strong>${broken}</strong></p>`,
      log: [
        ['proxy_http', `(20014)Internal error (specific information not available): {client}AH01102: error reading status line from remote server ${name}:${port}`], // prettier-ignore
        ['proxy', `{client}AH00898: ${broken} returned by ${target.split('?')[0] ?? ''}`],
      ],
    };
  if (!isSysError(error)) throw error;
  return {
    status: error.code === 'ETIMEDOUT' ? 504 : 503,
    log: [
      ['proxy', `(${NUMBERS[error.code] ?? 5})${error.message}: AH00957: http: attempt to connect to ${name}:${port} (${name}:${port}) failed`], // prettier-ignore
      ['proxy_http', `{client}AH01114: HTTP: failed to make connection to backend: ${name}`],
    ],
  };
}

/** ProxyPassReverse: a redirect to what is behind becomes one to where it is here. */
export function reverseLocation(
  response: HttpResponse,
  rules: readonly ProxyRule[],
  balancers: ReadonlyMap<string, readonly string[]>,
  self: string,
): void {
  for (const field of ['Location', 'Content-Location', 'URI']) {
    const location = response.headers.get(field);
    if (location === undefined) continue;
    for (const { path, url } of rules) {
      const members = balancers.get(url.replace(/\/$/, ''));
      const prefix = (members?.map((member) => member + (url.endsWith('/') ? '/' : '')) ?? [url]).find((one) => location.startsWith(one)); // prettier-ignore
      if (prefix === undefined) continue;
      response.headers.set(field, `${self}${path}${location.slice(prefix.length)}`);
      break;
    }
  }
}
