import { isSysError } from '../../kernel/errno.ts';
import type { Network } from '../../kernel/net/socket.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import { HttpFormatError, type HttpResponse } from '../http/http-message.ts';
import { EmptyReplyError, httpRequest, UnknownHostError } from '../http/http-request.ts';
import { wholeBody } from '../http/message-reader.ts';
import type { Balancer, Peer } from './balancer.ts';
import type { Location } from './settings.ts';
import { expandVariables, type VariableContext } from './variables.ts';

/** An upstream failed: the status for the client and the words for the error log, where `{request}` tells what was asked. */
export interface ProxyFailure {
  readonly status: 500 | 502 | 504;
  readonly log: string;
}

/** What passing a request on needs besides the request. */
export interface ProxyRun {
  readonly network: Network;
  readonly balancer: Balancer;
  readonly location: Location;
  readonly context: VariableContext;
  /** The path was changed on the way: it is passed on as it is now. */
  readonly changedUri: string | undefined;
  readonly random: () => number;
  /** Each failure of a server, for the error log. */
  readonly failed: (text: string) => Promise<void>;
}

/** An answer from behind, with who gave it. */
export interface Proxied {
  readonly response: HttpResponse;
  readonly address: string;
}

/** Passes a request on. @see nginx ngx_http_proxy_module */
export async function proxyRequest(run: ProxyRun): Promise<Proxied | ProxyFailure> {
  const { location, balancer, context, network } = run;
  const pass = location.proxyPass ?? '';
  const target = expandVariables(pass, context);
  const [, scheme = 'http', authority = '', path] = /^(https?):\/\/([^/]+)(\/.*)?$/.exec(target) ?? [];
  if (authority === '') return { status: 500, log: `invalid URL prefix in "${target}"` };
  if (scheme === 'https')
    return { status: 502, log: `SSL_do_handshake() failed while SSL handshaking to upstream` };
  const { request, nowMs } = context;
  const hasVariables = pass.includes('$');
  const uri = uriFor(run, path, hasVariables);
  const shown = { ...context, proxyHost: authority };
  let dynamic: readonly Peer[] | undefined;
  if (!balancer.has(authority)) {
    const name = authority.replace(/:\d+$/, '');
    const seconds = location.settings.resolverSeconds;
    const isAddress = /^[\d.]+$/.test(name);
    if (!isAddress && seconds === undefined)
      return { status: 502, log: `no resolver defined to resolve ${name}` };
    dynamic = await balancer.lookUp(network, authority, seconds ?? 0, nowMs, run.random());
    if (!dynamic) return { status: 502, log: `${name} could not be resolved (3: Host not found)` };
  }
  const key = dynamic ? '' : expandVariables(balancer.keyOf(authority), context);
  const tried = new Set<Peer>();
  let failure: ProxyFailure | undefined;
  for (;;) {
    const peer = dynamic
      ? dynamic.find((one) => !tried.has(one))
      : balancer.next(authority, tried, key, nowMs, run.random());
    if (!peer) break;
    tried.add(peer);
    peer.connections++;
    const url = `http://${peer.address}${uri}`;
    const result = await attempt(network, location, url, shown);
    peer.connections--;
    const isBad = 'log' in result || location.settings.nextUpstream.includes(`http_${result.status}`);
    if (!isBad) {
      peer.fails = 0;
      const answered = location.settings.proxyRedirect
        ? rewriteLocation(result, `${scheme}://${authority}${path ?? ''}`, location.pattern)
        : result;
      return { response: answered, address: peer.address };
    }
    peer.fails++;
    peer.failedMs = nowMs;
    const log = 'log' in result ? result.log : `upstream server answered ${result.status}`;
    if ('log' in result)
      await run.failed(`${log}{request}, upstream: "${url}", host: "${request.headers.get('Host') ?? ''}"`);
    failure = { status: 'log' in result ? result.status : 502, log: '' };
    if (!('log' in result) && tried.size >= (dynamic?.length ?? Infinity))
      return { response: result, address: peer.address };
  }
  if (failure) return failure;
  balancer.forgive(authority);
  return {
    status: 502,
    log: `no live upstreams while connecting to upstream{request}, upstream: "http://${authority}${uri}", host: "${request.headers.get('Host') ?? ''}"`,
  };
}

/** What is asked for behind: the request's own target, or with the location's part replaced by the URL's path. */
function uriFor(
  { location, context, changedUri }: ProxyRun,
  path: string | undefined,
  hasVariables: boolean,
): string {
  const { request } = context;
  if (changedUri !== undefined) return changedUri;
  if (path === undefined) return request.target;
  return hasVariables || location.regExp ? path : path + request.target.slice(location.pattern.length);
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
    const whole = await wholeBody(body, request.account);
    const kept = new HttpHeaders(
      [...head.headers].filter(
        ([name]) =>
          !/^(server|date|connection|transfer-encoding|content-length|x-accel-.*)$/i.test(name) &&
          !location.settings.proxyHidden.includes(name.toLowerCase()),
      ),
    );
    if (request.method === 'HEAD' && head.headers.has('Content-Length'))
      kept.set('Content-Length', head.headers.get('Content-Length') ?? '0');
    return { status: head.status, reason: head.reason, headers: kept, body: whole };
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
