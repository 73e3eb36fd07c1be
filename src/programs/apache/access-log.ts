import type { Socket } from '../../kernel/net/socket.ts';
import type { HttpHeaders } from '../http/http-headers.ts';
import type { HttpRequest } from '../http/http-message.ts';
import { strftime } from '../support/strftime.ts';
import type { Host } from './settings.ts';

export const COMMON = '%h %l %u %t "%r" %>s %b';

/** A request that was answered. */
export interface Answered {
  readonly request: HttpRequest;
  readonly socket: Socket;
  readonly host: Host;
  readonly serverName: string;
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly bodyBytes: number;
  readonly user: string | undefined;
  readonly startMs: number;
  readonly endMs: number;
  readonly pid: number;
  readonly fileName: string;
}

/** A line of the access log without its end. @see httpd mod_log_config */
export function formatAccess(format: string, answered: Answered): string {
  return format
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t')
    .replace(/%(?:!?[\d,]*)[<>]?(?:\{([^}]*)\})?(\^\w\w|[a-zA-Z%])/g, (_, argument: string | undefined, letter: string) =>
      letter === '%' ? '%' : escapeLog(field(letter, argument, answered)),
    );
} // prettier-ignore

function escapeLog(text: string): string {
  return text.replace(/[\\"]/g, '\\$&').replace(/\p{Cc}/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
} // prettier-ignore

function field(letter: string, argument: string | undefined, answered: Answered): string {
  const { request, socket, host, headers, bodyBytes, startMs, endMs } = answered;
  const [path = '', query] = request.target.split('?');
  const orDash = (text: string | undefined): string => (text === undefined || text === '' ? '-' : text);
  switch (letter) {
    case 'h': case 'a': return socket.remote.address;
    case 'A': return socket.local.address;
    case 'l': return '-';
    case 'u': return orDash(answered.user);
    case 't': return timeField(argument, startMs);
    case 'r': return request.method === '' ? '-' : `${request.method} ${request.target}${request.version === 'HTTP/0.9' ? '' : ` ${request.version}`}`;
    case 's': return String(answered.status);
    case 'b': return bodyBytes === 0 ? '-' : String(bodyBytes);
    case 'B': return String(bodyBytes);
    case 'O': return String(bodyBytes + headers.toString().length);
    case 'I': return String(request.headers.toString().length + request.body.length);
    case 'D': return String(Math.round((endMs - startMs) * 1000));
    case 'T': return argument === 'ms' ? String(Math.round(endMs - startMs)) : String(Math.floor((endMs - startMs) / 1000));
    case 'i': return orDash(request.headers.get(argument ?? ''));
    case 'o': return orDash(headers.get(argument ?? ''));
    case 'm': return request.method;
    case 'U': return path;
    case 'q': return query === undefined ? '' : `?${query}`;
    case 'H': return request.version;
    case 'v': case 'V': return host.serverName?.replace(/:\d+$/, '') ?? answered.serverName;
    case 'p': return String(socket.local.port);
    case 'P': return String(answered.pid);
    case 'f': return answered.fileName;
    case 'X': return '+';
    case 'k': return '0';
    default: return '-';
  }
} // prettier-ignore

function timeField(argument: string | undefined, ms: number): string {
  if (argument === undefined) return strftime('[%d/%b/%Y:%H:%M:%S +0000]', ms);
  if (argument === 'sec') return String(Math.floor(ms / 1000));
  if (argument === 'msec') return String(Math.floor(ms));
  return strftime(argument.replace(/^(begin|end):/, ''), ms);
}
