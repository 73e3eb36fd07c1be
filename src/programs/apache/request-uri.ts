import { decodePath } from '../http/percent-path.ts';

/** A path decoded and tidied up, or the status it is refused with. @see httpd ap_normalize_path, ap_unescape_url */
export function normalizeUri(target: string): string | 400 | 404 {
  const raw = target.replace(/^https?:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? '';
  if (!raw.startsWith('/') && raw !== '*') return 400;
  if (/%(?![0-9a-fA-F]{2})/.test(raw)) return 400;
  if (/%2f|%00/i.test(raw)) return 404;
  const path = decodePath(raw);
  const parts: string[] = [];
  for (const part of path.split('/').slice(1)) {
    if (part === '..') {
      if (parts.length === 0) return 400;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  const isFolder = /\/\.{0,2}$/.test(path) && parts.length > 0;
  return `/${parts.join('/')}${isFolder ? '/' : ''}`;
}
