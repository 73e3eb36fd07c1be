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

/** A path that nginx refuses: a percent sign without two digits behind it, or a zero byte. @see nginx ngx_http_parse_complex_uri */
export function isMalformed(target: string): boolean {
  return /%(?:00|(?![0-9a-f]{2}))/i.test(target.split(/[?#]/)[0] ?? '');
}
