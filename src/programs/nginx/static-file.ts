import type { Stat } from '../../kernel/files/inode.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import { isNotModified, parseRange } from '../http/conditional.ts';
import { formatHttpDate } from '../http/http-date.ts';
import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import { extensionOf } from '../http/mime-types.ts';
import type { Settings } from './settings.ts';

/** A file as a response: validators, 304, ranges. `read` gives its content; the type goes by the end of the path that was asked for. Simplified: for several ranges nginx sends multipart/byteranges. */
export function serveFile(
  request: HttpRequest,
  uri: string,
  stat: Stat,
  settings: Settings,
  read: () => Uint8Array,
): HttpResponse {
  const seconds = Math.floor(stat.mtimeMs / 1000);
  const etag = `"${seconds.toString(16)}-${stat.size.toString(16)}"`;
  const headers = new HttpHeaders([
    ['Last-Modified', formatHttpDate(seconds * 1000)],
    ['ETag', etag],
  ]);
  if (isNotModified(request, etag, seconds, (asked, changed) => asked === changed))
    return { status: 304, headers };
  headers.append('Content-Type', settings.types.get(extensionOf(uri)) ?? settings.defaultType);
  const content = read();
  const range = parseRange(request.headers.get('Range'), content.length);
  if (range === 'unsatisfiable')
    return { status: 416, headers: new HttpHeaders([['Content-Range', `bytes */${content.length}`]]) };
  if (!range || (request.headers.has('If-Range') && request.headers.get('If-Range') !== etag)) {
    headers.append('Accept-Ranges', 'bytes');
    return { status: 200, headers, body: content };
  }
  headers.append('Content-Range', `bytes ${range[0]}-${range[1]}/${content.length}`);
  return { status: 206, headers, body: content.subarray(range[0], range[1] + 1) };
}
