import { tableOf } from '../../lib/table.ts';

/** Types by file name extension, as nginx's mime.types and most servers have them. */
export const MIME_TYPES: Readonly<Record<string, string>> = tableOf({
  html: 'text/html', htm: 'text/html', shtml: 'text/html', css: 'text/css', xml: 'text/xml', gif: 'image/gif', jpeg: 'image/jpeg', jpg: 'image/jpeg',
  js: 'application/javascript', txt: 'text/plain', png: 'image/png', svg: 'image/svg+xml', webp: 'image/webp', ico: 'image/x-icon', woff: 'font/woff', woff2: 'font/woff2',
  json: 'application/json', pdf: 'application/pdf', zip: 'application/zip', mp4: 'video/mp4', mp3: 'audio/mpeg', wasm: 'application/wasm', avif: 'image/avif',
}); // prettier-ignore

/** The extension of a path, lower case, without its dot. */
export function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
