import { parseHttpDate } from './http-date.ts';
import type { HttpRequest } from './http-message.ts';

/** Whether the client already has what carries this tag and was changed in this second; `since` compares the dates. @see RFC 9110 §13.1 */
export function isNotModified(
  request: HttpRequest,
  etag: string | undefined,
  seconds: number,
  since: (asked: number, changed: number) => boolean,
): boolean {
  const tags = request.headers.get('If-None-Match');
  if (tags !== undefined)
    return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const asked = parseHttpDate(request.headers.get('If-Modified-Since') ?? '');
  return asked !== undefined && since(asked, seconds * 1000);
}

/** The bytes that a Range header asks for, first and last. Simplified: one range; of several, the first. @see RFC 9110 §14.2 */
export function parseRange(
  text: string | undefined,
  size: number,
): readonly [number, number] | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)/.exec(text ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const from = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const to = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return from > to || from >= size ? 'unsatisfiable' : [from, to];
}
