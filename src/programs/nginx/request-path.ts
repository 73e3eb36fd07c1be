import type { HttpRequest } from '../http/http-message.ts';

/** The path of a request: decoded, `.` and `..` and doubled slashes resolved. */
export function pathOf(request: HttpRequest): string {
  const raw = request.target.replace(/^https?:\/\/[^/]+/, '').split('?')[0] ?? '/';
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    path = raw;
  }
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}${/(\/|\/\.|\/\.\.)$/.test(path) && parts.length > 0 ? '/' : ''}`;
}
