import type { Process } from '../../kernel/process.ts';
import { REASONS } from '../http/http-message.ts';

/** What nginx is where its file tells no release. */
export const NGINX_VERSION = '1.29.3';

export function nginxVersion(proc: Process): string {
  return proc.release || NGINX_VERSION;
}

/** The special page nginx shows for a status; it names the version, unless server_tokens is off. @see nginx ngx_http_special_response.c */
export function statusPage(status: number, version: string | undefined): string {
  const title = `${status} ${titleOf(status)}`;
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx${version === undefined ? '' : `/${version}`}</center>\r\n</body>\r\n</html>\r\n`;
}

function titleOf(status: number): string {
  if (status === 302) return 'Found';
  if (status === 401) return 'Authorization Required';
  if (status === 405) return 'Not Allowed';
  if (status === 503) return 'Service Temporarily Unavailable';
  if (status === 408) return 'Request Time-out';
  return REASONS[status] ?? '';
}

/** The reason phrase nginx sends. */
export function reasonOf(status: number): string {
  if (status === 302) return 'Moved Temporarily';
  return status === 401 ? 'Unauthorized' : titleOf(status);
}

/** A row of autoindex. */
export interface IndexRow {
  readonly name: string;
  readonly directory: boolean;
  readonly size: number;
  /** `24-Nov-2026 13:00` */
  readonly time: string;
}

/** The page of `autoindex on`. @see nginx ngx_http_autoindex_module.c */
export function indexPage(path: string, rows: readonly IndexRow[]): string {
  const escape = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  const lines = rows.map(({ name, directory, size, time }) => {
    const full = directory ? `${name}/` : name;
    const shown = full.length > 50 ? `${full.slice(0, 47)}..>` : full;
    return `<a href="${encodeURIComponent(name)}${directory ? '/' : ''}">${escape(shown)}</a>${' '.repeat(Math.max(1, 51 - shown.length))}${time} ${(directory ? '-' : String(size)).padStart(19)}\r\n`;
  });
  const title = `Index of ${escape(path)}`;
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<h1>${title}</h1><hr><pre><a href="../">../</a>\r\n${lines.join('')}</pre><hr></body>\r\n</html>\r\n`;
}
