import { concatBytes, NO_BYTES, toBytes } from '../../lib/bytes.ts';
import type { HttpHeaders } from '../http/http-headers.ts';
import type { HttpRequest } from '../http/http-message.ts';

/** Fields that Go keeps outside of a request's headers, or writes itself. */
const OWN_FIELDS = new Set(['Host', 'User-Agent', 'Content-Length', 'Transfer-Encoding', 'Trailer']);

/** `x-forwarded-for` → `X-Forwarded-For`. @see Go net/textproto CanonicalMIMEHeaderKey */
function canonicalName(name: string): string {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return name;
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

/** The headers as a Go program has them: canonical names in order, each with all of its values, without Host. */
export function goHeaders(headers: HttpHeaders): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const canonical = canonicalName(name);
    if (canonical === 'Host' || canonical === 'Transfer-Encoding') continue;
    values.set(canonical, [...(values.get(canonical) ?? []), value]);
  }
  return new Map([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A request as Go writes it to pass it on, with its body. @see Go net/http Request.Write, transferWriter */
export function writeGoRequest(request: HttpRequest): Uint8Array {
  const { method, target, headers, body } = request;
  const chunked = headers.has('Transfer-Encoding');
  const lines = [`${method} ${target} HTTP/1.1`, `Host: ${headers.get('Host') ?? ''}`];
  const agent = headers.get('User-Agent') ?? 'Go-http-client/1.1';
  if (agent !== '') lines.push(`User-Agent: ${agent}`);
  if (closes(request) && !/close/i.test(headers.get('Connection') ?? '')) lines.push('Connection: close');
  if (chunked) lines.push('Transfer-Encoding: chunked');
  else if (body.length > 0 || ['POST', 'PUT', 'PATCH'].includes(method))
    lines.push(`Content-Length: ${body.length}`);
  for (const [name, values] of goHeaders(headers))
    if (!OWN_FIELDS.has(name)) for (const value of values) lines.push(`${name}: ${value}`);
  const head = toBytes(`${lines.join('\r\n')}\r\n\r\n`);
  return concatBytes([head, ...(chunked ? chunksOf(body) : [body])]);
}

function closes({ version, headers }: HttpRequest): boolean {
  const connection = headers.get('Connection') ?? '';
  return version === 'HTTP/1.1' ? /close/i.test(connection) : !/keep-alive/i.test(connection);
}

function chunksOf(body: Uint8Array): Uint8Array[] {
  const first = body.length > 0 ? toBytes(`${body.length.toString(16)}\r\n`) : NO_BYTES;
  const end = body.length > 0 ? '\r\n0\r\n\r\n' : '0\r\n\r\n';
  return [first, body, toBytes(end)];
}
