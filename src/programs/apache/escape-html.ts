import { tableOf } from '../../lib/table.ts';

const ENTITIES: Readonly<Record<string, string>> = tableOf({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
});

/** Text as it may stand in a page. @see httpd ap_escape_html */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}

/** A file name as it may stand in a link. @see httpd ap_os_escape_path */
export function escapePath(text: string): string {
  return encodeURI(text).replace(/[?#]/g, encodeURIComponent);
}
