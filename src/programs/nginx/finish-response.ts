import { toBytes } from '../../lib/bytes.ts';
import { formatHttpDate } from '../http/http-date.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import { reasonOf, statusPage } from './pages.ts';
import type { Location } from './settings.ts';
import { parseSeconds } from './units.ts';
import { expandVariables, type VariableContext } from './variables.ts';

/** Statuses after which nginx closes the connection. @see nginx ngx_http_special_response.c */
const CLOSING_STATUSES = new Set([400, 413, 414, 500, 501]);

/** Fields that have their place, whoever gives them. */
const PLACED =
  /^(server|date|content-type|content-length|location|last-modified|transfer-encoding|connection|accept-ranges|content-range)$/i;

/** Adds what every response has, in nginx's order, and the special page where there is no body. */
export function finishResponse(
  { nowMs, version }: { readonly nowMs: number; readonly version: string },
  response: HttpResponse,
  context: VariableContext | undefined,
  location: Location | undefined,
): HttpResponse {
  const tokens = (location?.settings.serverTokens ?? true) ? version : undefined;
  const { status } = response;
  const bare = status >= 300 && status !== 304 && response.body === undefined;
  const body = bare ? toBytes(statusPage(status, tokens)) : response.body;
  const given = response.headers;
  const length = body instanceof Uint8Array && status !== 304 ? String(body.length) : undefined;
  const mustClose = CLOSING_STATUSES.has(status) || /close/i.test(given.get('Connection') ?? '');
  const closes = mustClose || (context !== undefined && wantsClose(context.request));
  const isChunked = body !== undefined && !(body instanceof Uint8Array) && !given.has('Content-Length');
  const headers = new HttpHeaders([
    ['Server', tokens === undefined ? 'nginx' : `nginx/${tokens}`],
    ['Date', formatHttpDate(nowMs)],
  ]);
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined) headers.append(name, value);
  };
  const bareType = bare ? 'text/html' : given.get('Content-Type');
  add('Content-Type', withCharset(bareType, location?.settings.charset));
  add('Content-Length', given.get('Content-Length') ?? length);
  add('Location', given.get('Location'));
  add('Last-Modified', given.get('Last-Modified'));
  add('Transfer-Encoding', isChunked ? 'chunked' : undefined);
  add('Connection', closes ? 'close' : 'keep-alive');
  for (const [name, value] of given) if (!PLACED.test(name)) headers.append(name, value);
  if (context && location) addExpires(headers, status, nowMs, location);
  for (const name of ['Accept-Ranges', 'Content-Range']) add(name, given.get(name));
  if (context && location) addHeaders(headers, status, context, location);
  return { status, reason: response.reason ?? reasonOf(status), headers, ...(body ? { body } : {}) };
}

/** Types that `charset` adds to. @see nginx charset_types */
const WITH_CHARSET = /^(text\/(html|xml|plain|vnd\.wap\.wml)|application\/(javascript|rss\+xml))$/;

function withCharset(type: string | undefined, charset: string | undefined): string | undefined {
  return charset !== undefined && WITH_CHARSET.test(type ?? '') ? `${type ?? ''}; charset=${charset}` : type;
}

const PLAIN_STATUSES = [200, 201, 204, 206, 301, 302, 303, 304, 307, 308];

/** @see nginx ngx_http_headers_filter_module.c ngx_http_set_expires */
function addExpires(headers: HttpHeaders, status: number, nowMs: number, { settings }: Location): void {
  const { expires } = settings;
  if (expires === undefined || !PLAIN_STATUSES.includes(status)) return;
  if (expires === 'epoch') headers.append('Expires', 'Thu, 01 Jan 1970 00:00:01 GMT');
  else if (expires === 'max') headers.append('Expires', 'Thu, 31 Dec 2037 23:55:55 GMT');
  const seconds = (parseSeconds(expires.replace(/^[-+@]/, '')) ?? 0) * (expires.startsWith('-') ? -1 : 1);
  if (/\d/.test(expires)) headers.append('Expires', formatHttpDate(nowMs + seconds * 1000));
  headers.append(
    'Cache-Control',
    expires === 'max'
      ? 'max-age=315360000'
      : seconds < 0 || expires === 'epoch'
        ? 'no-cache'
        : `max-age=${seconds}`,
  );
}

function addHeaders(
  headers: HttpHeaders,
  status: number,
  context: VariableContext,
  location: Location,
): void {
  const plain = PLAIN_STATUSES.includes(status);
  for (const { name, value, always } of location.settings.addHeaders) {
    const text = expandVariables(value, context);
    if ((plain || always) && text !== '') headers.append(name, text);
  }
}

function wantsClose(request: HttpRequest): boolean {
  const asked = (request.headers.get('Connection') ?? '').toLowerCase();
  return request.version === 'HTTP/1.1' ? asked === 'close' : asked !== 'keep-alive';
}
