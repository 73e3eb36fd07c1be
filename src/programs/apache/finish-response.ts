import { toBytes } from '../../lib/bytes.ts';
import { formatHttpDate } from '../http/http-date.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import type { Failed, Made } from './answer.ts';
import { changeHeaders } from './change-headers.ts';
import { APACHE_VERSION, errorPage, reasonOf } from './error-page.ts';
import type { ApacheConfig, DirSettings, Host } from './settings.ts';

/** Statuses after which httpd closes the connection. @see httpd ap_status_drops_connection */
const DROPS_CONNECTION = new Set([400, 408, 411, 413, 414, 500, 501, 503]);

/** What finishing needs to know of a request besides. */
export interface Around {
  readonly nowMs: number;
  readonly config: ApacheConfig;
  readonly host: Host;
  readonly request: HttpRequest;
  /** How many more requests this connection may bring. */
  readonly requestsLeft: number;
  readonly serverName: string;
  readonly port: number;
}

/** `Apache/2.4.65 (Unix)`, or as much of it as ServerTokens lets be seen. */
export function serverHeader(tokens: string): string {
  const [major = '', minor = ''] = APACHE_VERSION.split('.');
  switch (tokens.toLowerCase()) {
    case 'prod':
    case 'productonly':
      return 'Apache';
    case 'major':
      return `Apache/${major}`;
    case 'minor':
      return `Apache/${major}.${minor}`;
    case 'min':
    case 'minimal':
      return `Apache/${APACHE_VERSION}`;
    default:
      return `Apache/${APACHE_VERSION} (Unix)`;
  }
}

/** The page of a status as a response. */
export function failedResponse(failed: Failed, around: Around, document: string | undefined, alsoFailed?: number): HttpResponse {
  const { host, request, config, serverName, port } = around;
  const signature = host.signature ? `<hr>\n<address>${serverHeader(config.serverTokens)} Server at ${serverName} Port ${port}</address>\n` : ''; // prettier-ignore
  const text = document?.startsWith('"')
    ? document.slice(1)
    : errorPage(failed.status, {
        method: request.method,
        admin: host.admin,
        signature,
        ...(failed.location === undefined ? {} : { location: failed.location }),
        ...(failed.notes === undefined ? {} : { notes: failed.notes }),
        ...(failed.reason === undefined ? {} : { reason: failed.reason }),
        ...(alsoFailed === undefined ? {} : { alsoFailed }),
      });
  const headers = new HttpHeaders(failed.headers ?? []);
  if (failed.location !== undefined) headers.append('Location', failed.location);
  const body = toBytes(text);
  headers.append('Content-Length', String(body.length));
  headers.append('Content-Type', 'text/html; charset=iso-8859-1');
  return { status: failed.status, headers, body, ...(failed.reason ? { reason: failed.reason } : {}) };
} // prettier-ignore

/** Adds what every response has, in httpd's order: Date and Server first, Connection before the type. */
export function finishResponse(
  response: HttpResponse,
  outcome: (Made | Failed) & { readonly settings: DirSettings },
  around: Around,
): HttpResponse {
  const { config, request, host, nowMs, requestsLeft } = around;
  const proxied = outcome.kind === 'made' && outcome.proxied === true;
  const headers = new HttpHeaders();
  headers.append('Date', (proxied ? response.headers.get('Date') : undefined) ?? formatHttpDate(nowMs));
  headers.append(
    'Server',
    (proxied ? response.headers.get('Server') : undefined) ?? serverHeader(config.serverTokens),
  );
  const type = response.headers.get('Content-Type');
  for (const [name, value] of response.headers)
    if (!/^(date|server|content-type)$/i.test(name)) headers.append(name, value);
  const { body, status } = response;
  if (body instanceof Uint8Array && !headers.has('Content-Length') && status !== 304 && request.method !== 'HEAD')
    headers.append('Content-Length', String(body.length));
  changeHeaders(
    headers,
    outcome.settings.headers.filter(({ always }) => always || outcome.kind === 'made'),
  );
  addConnection(headers, request, status, host, config, requestsLeft);
  if (type !== undefined) headers.append('Content-Type', type);
  const reason = response.reason ?? reasonOf(status);
  return { status, headers, ...(reason === undefined ? {} : { reason }), ...(body ? { body } : {}) };
} // prettier-ignore

function addConnection(
  headers: HttpHeaders,
  request: HttpRequest,
  status: number,
  host: Host,
  config: ApacheConfig,
  left: number,
): void {
  const asked = (request.headers.get('Connection') ?? '').toLowerCase();
  const canStay = request.version === 'HTTP/1.1' ? !asked.includes('close') : asked.includes('keep-alive');
  if (!host.keepAlive || left <= 0 || !canStay || DROPS_CONNECTION.has(status)) {
    headers.set('Connection', 'close');
    return;
  }
  if (!asked.includes('keep-alive')) return;
  headers.append('Keep-Alive', `timeout=${config.keepAliveSeconds}, max=${left}`);
  headers.append('Connection', 'Keep-Alive');
}
