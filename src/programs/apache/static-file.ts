import type { Stat } from '../../kernel/files/inode.ts';
import { isNotModified, parseRange } from '../http/conditional.ts';
import { formatHttpDate } from '../http/http-date.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import { extensionOf } from '../http/mime-types.ts';
import type { DirSettings } from './settings.ts';

/** The type of a file by its name, with the charset that was asked for. */
export function typeOf(
  path: string,
  settings: DirSettings,
  types: ReadonlyMap<string, string>,
): string | undefined {
  const extension = extensionOf(path);
  const type = settings.forceType ?? settings.types.get(extension) ?? types.get(extension);
  const { defaultCharset } = settings;
  const takesCharset = defaultCharset !== undefined && /^text\/(html|plain)$/.test(type ?? '');
  return takesCharset ? `${type ?? ''}; charset=${defaultCharset}` : type;
}

/** A file as a response: validators, 304, ranges; `unsatisfiable` where the range is behind its end. `Content-Type` comes last. */
export function serveFile(
  request: HttpRequest,
  stat: Stat,
  etagWanted: boolean,
  type: string | undefined,
  read: () => Uint8Array,
): HttpResponse | 'unsatisfiable' {
  const seconds = Math.floor(stat.mtimeMs / 1000);
  const etag = `"${stat.size.toString(16)}-${Math.floor(stat.mtimeMs * 1000).toString(16)}"`;
  const headers = new HttpHeaders([['Last-Modified', formatHttpDate(seconds * 1000)]]);
  if (etagWanted) headers.append('ETag', etag);
  headers.append('Accept-Ranges', 'bytes');
  const isFresh = isNotModified(request, etagWanted ? etag : undefined, seconds, (asked, changed) => asked >= changed);
  if (isFresh && ['GET', 'HEAD'].includes(request.method)) return { status: 304, headers };
  const content = read();
  const range = request.method === 'GET' ? parseRange(request.headers.get('Range'), content.length) : undefined;
  if (range === 'unsatisfiable') return 'unsatisfiable';
  const isWhole = !range || (request.headers.has('If-Range') && request.headers.get('If-Range') !== etag);
  const body = isWhole ? content : content.subarray(range[0], range[1] + 1);
  headers.append('Content-Length', String(body.length));
  if (!isWhole) headers.append('Content-Range', `bytes ${range[0]}-${range[1]}/${content.length}`);
  if (type !== undefined) headers.append('Content-Type', type);
  return { status: isWhole ? 200 : 206, headers, body };
} // prettier-ignore
