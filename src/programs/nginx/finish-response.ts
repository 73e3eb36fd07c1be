import { toBytes } from '../../lib/bytes.ts';
import { formatHttpDate } from '../http/http-date.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import { NGINX_VERSION, reasonOf, statusPage } from './pages.ts';
import type { Location } from './settings.ts';
import { expandVariables, type VariableContext } from './variables.ts';

/** Adds what every response has, and the special page where there is no body. */
export function finishResponse(
  nowMs: number,
  response: HttpResponse,
  context: VariableContext | undefined,
  location: Location | undefined,
): HttpResponse {
  const tokens = location?.settings.serverTokens ?? true;
  const { status } = response;
  const bare = status >= 300 && status !== 304 && response.body === undefined;
  const body = bare ? toBytes(statusPage(status, tokens)) : response.body;
  const headers = new HttpHeaders([
    ['Server', tokens ? `nginx/${NGINX_VERSION}` : 'nginx'],
    ['Date', formatHttpDate(nowMs)],
  ]);
  const type = bare ? 'text/html' : response.headers.get('Content-Type');
  if (type !== undefined) headers.append('Content-Type', type);
  if (body instanceof Uint8Array && status !== 304 && !response.headers.has('Content-Length'))
    headers.append('Content-Length', String(body.length));
  for (const [name, value] of response.headers)
    if (name.toLowerCase() !== 'content-type') headers.append(name, value);
  if (status >= 400 && status !== 404 && status !== 403 && status !== 405 && status < 500)
    headers.set('Connection', 'close');
  // nginx puts Connection before the validators.
  const late = ['Last-Modified', 'ETag', 'Accept-Ranges', 'Content-Range', 'Location'].map(
    (name) => [name, headers.get(name)] as const,
  );
  const connection =
    headers.get('Connection') ?? (context && wantsClose(context.request) ? 'close' : 'keep-alive');
  for (const [name] of late) headers.delete(name);
  headers.delete('Connection');
  const isRedirect = status >= 301 && status < 400 && status !== 304;
  if (isRedirect)
    appendAll(
      headers,
      late.filter(([name]) => name === 'Location'),
    );
  headers.append('Connection', connection);
  appendAll(
    headers,
    late.filter(([name]) => name !== 'Location' || !isRedirect),
  );
  if (context && location) addHeaders(headers, status, context, location);
  return { status, reason: response.reason ?? reasonOf(status), headers, ...(body ? { body } : {}) };
}

function addHeaders(
  headers: HttpHeaders,
  status: number,
  context: VariableContext,
  location: Location,
): void {
  const plain = [200, 201, 204, 206, 301, 302, 303, 304, 307, 308].includes(status);
  for (const { name, value, always } of location.settings.addHeaders) {
    const text = expandVariables(value, context);
    if ((plain || always) && text !== '') headers.append(name, text);
  }
}

function wantsClose(request: HttpRequest): boolean {
  const asked = (request.headers.get('Connection') ?? '').toLowerCase();
  return request.version === 'HTTP/1.1' ? asked === 'close' : asked !== 'keep-alive';
}

function appendAll(headers: HttpHeaders, fields: readonly (readonly [string, string | undefined])[]): void {
  for (const [name, value] of fields) if (value !== undefined) headers.append(name, value);
}
