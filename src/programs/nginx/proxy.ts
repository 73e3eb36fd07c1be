import { concatBytes } from '../../lib/bytes.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Network } from '../../kernel/net/socket.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import { HttpFormatError, type HttpResponse } from '../http/http-message.ts';
import { EmptyReplyError, httpRequest, UnknownHostError } from '../http/http-request.ts';
import type { Location, Upstreams } from './settings.ts';
import { expandVariables, type VariableContext } from './variables.ts';

/** An upstream failed: the status for the client and the words for the error log. */
export interface ProxyFailure {
  readonly status: 502 | 504;
  readonly log: string;
}

/** Takes turns among the servers of each upstream. */
export class Balancer {
  readonly #next = new Map<string, number>();

  /** The servers to try, the one whose turn it is first. */
  order(upstreams: Upstreams, name: string): readonly string[] {
    const servers = upstreams.get(name);
    if (!servers || servers.length === 0) return [name];
    const at = this.#next.get(name) ?? 0;
    this.#next.set(name, (at + 1) % servers.length);
    return [...servers.slice(at), ...servers.slice(0, at)];
  }
}

/** Passes a request on. @see nginx ngx_http_proxy_module */
export async function proxyRequest(
  network: Network,
  location: Location,
  balancer: Balancer,
  upstreams: Upstreams,
  context: VariableContext,
): Promise<HttpResponse | ProxyFailure> {
  const target = expandVariables(location.proxyPass ?? '', context);
  const [, scheme = 'http', authority = '', path] = /^(https?):\/\/([^/]+)(\/.*)?$/.exec(target) ?? [];
  const { request } = context;
  const own = request.target;
  const uri =
    path === undefined || location.regExp
      ? path === undefined
        ? own
        : path
      : path + own.slice(location.pattern.length);
  let failure: ProxyFailure = { status: 502, log: 'no live upstreams while connecting to upstream' };
  for (const server of balancer.order(upstreams, authority)) {
    const result = await attempt(network, location, `http://${server}${uri}`, {
      ...context,
      proxyHost: authority,
    });
    if (!('log' in result))
      return rewriteLocation(result, `${scheme}://${authority}${path ?? ''}`, location.pattern);
    failure = {
      ...result,
      log: `${result.log}, upstream: "http://${server}${uri}", host: "${request.headers.get('Host') ?? ''}"`,
    };
  }
  return failure;
}

async function attempt(
  network: Network,
  location: Location,
  url: string,
  context: VariableContext,
): Promise<HttpResponse | ProxyFailure> {
  const { request } = context;
  const headers = new HttpHeaders();
  for (const [name, value] of request.headers)
    if (!/^(host|connection|keep-alive|expect|upgrade|transfer-encoding)$/i.test(name))
      headers.append(name, value);
  for (const [name, value] of location.settings.proxyHeaders) {
    const text = expandVariables(value, context);
    if (text === '') headers.delete(name);
    else headers.set(name, text);
  }
  try {
    const { head, body } = await httpRequest(network, url, {
      method: request.method,
      headers,
      ...(request.body.length ? { body: request.body } : {}),
    });
    const parts: Uint8Array[] = [];
    for await (const part of body) parts.push(part);
    const kept = new HttpHeaders(
      [...head.headers].filter(
        ([name]) => !/^(server|date|connection|transfer-encoding|content-length|x-accel-.*)$/i.test(name),
      ),
    );
    if (request.method === 'HEAD' && head.headers.has('Content-Length'))
      kept.set('Content-Length', head.headers.get('Content-Length') ?? '0');
    return { status: head.status, reason: head.reason, headers: kept, body: concatBytes(parts) };
  } catch (error) {
    return toFailure(error);
  }
}

function toFailure(error: unknown): ProxyFailure {
  const via = 'while connecting to upstream';
  if (error instanceof UnknownHostError)
    return { status: 502, log: `${error.host} could not be resolved (3: Host not found)` };
  if (error instanceof EmptyReplyError)
    return {
      status: 502,
      log: 'upstream prematurely closed connection while reading response header from upstream',
    };
  if (error instanceof HttpFormatError)
    return { status: 502, log: 'upstream sent invalid header while reading response header from upstream' };
  if (!isSysError(error)) throw error;
  if (error.code === 'ETIMEDOUT')
    return { status: 504, log: `upstream timed out (110: Connection timed out) ${via}` };
  const numbers: Readonly<Record<string, number>> = {
    ECONNREFUSED: 111,
    EHOSTUNREACH: 113,
    ENETUNREACH: 101,
    ECONNRESET: 104,
  };
  return { status: 502, log: `connect() failed (${numbers[error.code] ?? 5}: ${error.message}) ${via}` };
}

/** proxy_redirect default: a redirect to the upstream becomes one to the location. */
function rewriteLocation(response: HttpResponse, target: string, pattern: string): HttpResponse {
  const location = response.headers.get('Location');
  if (location?.startsWith(target))
    response.headers.set(
      'Location',
      (pattern.startsWith('/') ? pattern : '/') + location.slice(target.length).replace(/^\//, ''),
    );
  return response;
}
