import type { Socket } from '../../kernel/net/socket.ts';
import type { HttpRequest } from '../http/http-message.ts';
import { strftime } from '../support/strftime.ts';

/** What nginx variables can be taken from. */
export interface VariableContext {
  readonly request: HttpRequest;
  readonly socket: Socket;
  readonly hostname: string;
  readonly nowMs: number;
  readonly startMs: number;
  /** The path being served, decoded. */
  readonly uri: string;
  readonly serverName: string;
  readonly documentRoot: string;
  readonly status?: number;
  readonly bodyBytes?: number;
  readonly proxyHost?: string;
  readonly captures?: readonly string[];
}

/** Puts in `$name` and `${name}`. @see nginx varindex */
export function expandVariables(text: string, context: VariableContext): string {
  return text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced?: string, plain?: string) =>
    variable(braced ?? plain ?? '', context),
  );
}

function variable(name: string, context: VariableContext): string {
  const { request, socket } = context;
  if (/^\d$/.test(name)) return context.captures?.[Number(name)] ?? '';
  const query = request.target.split('?')[1] ?? '';
  if (name.startsWith('http_'))
    return (
      request.headers.get(name.slice(5).replaceAll('_', '-')) ?? (context.status === undefined ? '' : '-')
    );
  if (name.startsWith('arg_'))
    return (
      new Map(query.split('&').map((pair) => pair.split('=') as [string, string])).get(name.slice(4)) ?? ''
    );
  const host = (request.headers.get('Host') ?? context.serverName).replace(/:\d+$/, '');
  const values: Readonly<Record<string, () => string>> = {
    args: () => query, query_string: () => query, is_args: () => (query ? '?' : ''), uri: () => context.uri, document_uri: () => context.uri, request_uri: () => request.target,
    request: () => (request.target === '' ? '' : `${request.method} ${request.target} ${request.version}`), request_method: () => request.method, server_protocol: () => request.version, scheme: () => 'http', host: () => host,
    hostname: () => context.hostname, server_name: () => context.serverName, server_port: () => String(socket.local.port), server_addr: () => socket.local.address,
    remote_addr: () => socket.remote.address, remote_port: () => String(socket.remote.port), remote_user: () => '-', document_root: () => context.documentRoot,
    request_filename: () => context.documentRoot + context.uri, content_type: () => request.headers.get('Content-Type') ?? '', content_length: () => request.headers.get('Content-Length') ?? '',
    status: () => String(context.status ?? ''), body_bytes_sent: () => String(context.bodyBytes ?? 0), bytes_sent: () => String(context.bodyBytes ?? 0), nginx_version: () => '1.29.3',
    time_local: () => strftime('%d/%b/%Y:%H:%M:%S +0000', context.nowMs), time_iso8601: () => strftime('%Y-%m-%dT%H:%M:%S+00:00', context.nowMs), msec: () => (context.nowMs / 1000).toFixed(3),
    request_time: () => ((context.nowMs - context.startMs) / 1000).toFixed(3), proxy_host: () => context.proxyHost ?? '', request_length: () => String(request.body.length), connection: () => '1', pipe: () => '.',
    proxy_add_x_forwarded_for: () => [request.headers.get('X-Forwarded-For'), socket.remote.address].filter((part) => part !== undefined).join(', '), request_body: () => new TextDecoder().decode(request.body),
  }; // prettier-ignore
  return values[name]?.() ?? '';
}
