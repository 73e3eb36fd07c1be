import { tableOf } from '../../lib/table.ts';
import type { Socket } from '../../kernel/net/socket.ts';
import { readBasicAuth } from '../http/basic-auth.ts';
import type { HttpHeaders } from '../http/http-headers.ts';
import type { HttpRequest } from '../http/http-message.ts';
import { strftime } from '../support/strftime.ts';
import type { VariableMap } from './settings.ts';

/** What nginx variables can be taken from. */
export interface VariableContext {
  readonly request: HttpRequest;
  readonly socket: Socket;
  readonly hostname: string;
  readonly pid: number;
  readonly version: string;
  readonly connection: number;
  readonly nowMs: number;
  readonly startMs: number;
  /** The path being served, decoded. */
  readonly uri: string;
  readonly args: string;
  /** What `set` made. */
  readonly vars: ReadonlyMap<string, string>;
  readonly maps: ReadonlyMap<string, VariableMap>;
  readonly serverName: string;
  readonly documentRoot: string;
  readonly status?: number;
  readonly bodyBytes?: number;
  readonly responseHeaders?: HttpHeaders;
  readonly proxyHost?: string;
  readonly upstreamAddress?: string;
  readonly upstreamStatus?: string;
  readonly captures?: readonly string[];
}

/** Puts in `$name` and `${name}`. In a log (`status` is known) what is empty shows as `-`. @see nginx varindex */
export function expandVariables(
  text: string,
  context: VariableContext,
  inLog = context.status !== undefined,
): string {
  return text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced?: string, plain?: string) => {
    const value = variable(braced ?? plain ?? '', context);
    return value === '' && inLog ? '-' : value;
  });
}

type Reader = (context: VariableContext) => string;

const hostOf: Reader = ({ request, serverName }) =>
  (request.headers.get('Host') ?? serverName).replace(/:\d+$/, '').toLowerCase();

const READERS: Readonly<Record<string, Reader>> = tableOf({
  args: ({ args }) => args, query_string: ({ args }) => args, is_args: ({ args }) => (args ? '?' : ''),
  uri: ({ uri }) => uri, document_uri: ({ uri }) => uri, request_uri: ({ request }) => request.target,
  request: ({ request }) => (request.target === '' ? '' : `${request.method} ${request.target} ${request.version}`),
  request_method: ({ request }) => request.method, server_protocol: ({ request }) => request.version, scheme: () => 'http', https: () => '', host: hostOf,
  hostname: ({ hostname }) => hostname, server_name: ({ serverName }) => serverName, server_port: ({ socket }) => String(socket.local.port), server_addr: ({ socket }) => socket.local.address,
  remote_addr: ({ socket }) => socket.remote.address, remote_port: ({ socket }) => String(socket.remote.port), remote_user: ({ request }) => readBasicAuth(request)?.user ?? '',
  binary_remote_addr: ({ socket }) => socket.remote.address, realip_remote_addr: ({ socket }) => socket.remote.address,
  document_root: ({ documentRoot }) => documentRoot, realpath_root: ({ documentRoot }) => documentRoot, request_filename: ({ documentRoot, uri }) => documentRoot + uri,
  content_type: ({ request }) => request.headers.get('Content-Type') ?? '', content_length: ({ request }) => request.headers.get('Content-Length') ?? '',
  status: ({ status }) => (status === undefined ? '' : String(status)), body_bytes_sent: ({ bodyBytes }) => String(bodyBytes ?? 0),
  bytes_sent: ({ bodyBytes, responseHeaders }) => String((bodyBytes ?? 0) + (responseHeaders?.toString().length ?? 0)),
  nginx_version: ({ version }) => version, pid: ({ pid }) => String(pid),
  time_local: ({ nowMs }) => strftime('%d/%b/%Y:%H:%M:%S +0000', nowMs), time_iso8601: ({ nowMs }) => strftime('%Y-%m-%dT%H:%M:%S+00:00', nowMs), msec: ({ nowMs }) => (nowMs / 1000).toFixed(3),
  request_time: ({ nowMs, startMs }) => ((nowMs - startMs) / 1000).toFixed(3), request_length: ({ request }) => String(request.headers.toString().length + request.body.length),
  request_body: ({ request }) => new TextDecoder().decode(request.body), request_completion: () => 'OK', request_id: ({ startMs, connection }) => `${Math.floor(startMs).toString(16)}${connection.toString(16)}`.padStart(32, '0'),
  connection: ({ connection }) => String(connection), connection_requests: () => '1', pipe: () => '.', limit_rate: () => '', gzip_ratio: () => '',
  proxy_host: ({ proxyHost }) => proxyHost ?? '', proxy_port: ({ proxyHost }) => proxyHost?.split(':')[1] ?? '80',
  proxy_add_x_forwarded_for: ({ request, socket }) => [request.headers.get('X-Forwarded-For'), socket.remote.address].filter((part) => part !== undefined).join(', '),
  upstream_addr: ({ upstreamAddress }) => upstreamAddress ?? '', upstream_status: ({ upstreamStatus }) => upstreamStatus ?? '', upstream_response_time: ({ upstreamAddress, nowMs, startMs }) => (upstreamAddress ? ((nowMs - startMs) / 1000).toFixed(3) : ''),
  upstream_connect_time: ({ upstreamAddress }) => (upstreamAddress ? '0.000' : ''), upstream_header_time: ({ upstreamAddress }) => (upstreamAddress ? '0.000' : ''), upstream_cache_status: () => '',
}); // prettier-ignore

/** Whether nginx itself has a variable of this name. */
export function isKnownVariable(name: string): boolean {
  return Object.hasOwn(READERS, name) || /^(http|arg|sent_http|upstream_http|cookie)_\w+$/.test(name);
}

function variable(name: string, context: VariableContext): string {
  const { request, captures, vars, maps } = context;
  if (/^\d$/.test(name)) return captures?.[Number(name)] ?? '';
  const made = vars.get(name);
  if (made !== undefined) return made;
  const map = maps.get(name);
  if (map) return mapped(map, context);
  if (name.startsWith('http_')) return request.headers.get(name.slice(5).replaceAll('_', '-')) ?? '';
  if (name.startsWith('sent_http_'))
    return context.responseHeaders?.get(name.slice(10).replaceAll('_', '-')) ?? '';
  if (name.startsWith('upstream_http_'))
    return context.responseHeaders?.get(name.slice(14).replaceAll('_', '-')) ?? '';
  if (name.startsWith('cookie_'))
    return (
      new RegExp(`(?:^|;\\s*)${name.slice(7)}=([^;]*)`).exec(request.headers.get('Cookie') ?? '')?.[1] ?? ''
    );
  if (name.startsWith('arg_')) {
    const pair = context.args.split('&').find((one) => one.startsWith(`${name.slice(4)}=`));
    return pair?.slice(name.length - 3) ?? '';
  }
  return READERS[name]?.(context) ?? '';
}

function mapped({ source, otherwise, exact, patterns }: VariableMap, context: VariableContext): string {
  const value = expandVariables(source, context, false);
  const found = exact.get(value.toLowerCase());
  if (found !== undefined) return expandVariables(found, context, false);
  for (const { regExp, value: result } of patterns) {
    const captures = regExp.exec(value);
    if (captures) return expandVariables(result, { ...context, captures }, false);
  }
  return expandVariables(otherwise, context, false);
}
