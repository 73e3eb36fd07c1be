import { toBytes } from '../../lib/bytes.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import type { HttpResponse } from '../http/http-message.ts';
import { strftime } from '../support/strftime.ts';
import type { Visit } from './answer.ts';
import { indexPage } from './pages.ts';
import type { Location } from './settings.ts';
import { serveFile } from './static-file.ts';

/** A decided answer, a path to start over with, or a status whose page is still to be found. */
export type Outcome =
  | HttpResponse
  | { readonly goTo: string }
  | { readonly fail: number; readonly headers?: readonly (readonly [string, string])[] };

/** The file that a path stands for in a location. */
export function fileNameOf(location: Location, uri: string): string {
  return location.alias === undefined
    ? location.settings.root + uri
    : location.alias + uri.slice(location.pattern.length);
}

export function redirect(status: number, location: string): HttpResponse {
  return { status, headers: new HttpHeaders([['Location', location]]) };
}

/** A redirect target with scheme, host and port, as `absolute_redirect on` makes it. */
export function absolute({ request, socket, location }: Visit, target: string): string {
  const { absoluteRedirect, portInRedirect } = location.settings;
  if (!target.startsWith('/') || !absoluteRedirect) return target;
  const host = (request.headers.get('Host') ?? socket.local.address).replace(/:\d+$/, '');
  const { port } = socket.local;
  return `http://${host}${port === 80 || !portInRedirect ? '' : `:${port}`}${target}`;
}

/** Answers with what is in the file system. @see nginx ngx_http_static_module, ngx_http_index_module */
export async function serveStatic(
  files: FileView,
  visit: Visit,
  complain: (text: string) => Promise<void>,
): Promise<Outcome> {
  const { request, location, uri } = visit;
  const path = fileNameOf(location, uri);
  try {
    if (uri.endsWith('/')) return await serveDirectory(files, visit, path, complain);
    const stat = files.stat(path);
    if (stat.type === 'directory')
      return redirect(301, absolute(visit, `${encodeURI(uri)}/${visit.args === '' ? '' : `?${visit.args}`}`));
    if (!['GET', 'HEAD'].includes(request.method)) return { fail: 405 };
    return serveFile(request, uri, stat, location.settings, () => files.readFile(path));
  } catch (error) {
    if (!isSysError(error)) throw error;
    const missing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
    const number = missing ? (error.code === 'ENOENT' ? 2 : 20) : 13;
    await complain(`open() "${path}" failed (${number}: ${error.message})`);
    return { fail: missing ? 404 : 403 };
  }
}

async function serveDirectory(
  files: FileView,
  { location, uri }: Visit,
  path: string,
  complain: (text: string) => Promise<void>,
): Promise<Outcome> {
  const { settings } = location;
  for (const index of settings.index) {
    if (index.startsWith('/')) return { goTo: index };
    if (files.statIfAny(path + index)?.type === 'file') return { goTo: uri + index };
  }
  if (files.statIfAny(path)?.type !== 'directory') {
    const index = settings.index.at(-1) ?? 'index.html';
    await complain(`"${path}${index}" is not found (2: No such file or directory)`);
    return { fail: 404 };
  }
  if (settings.autoindex) return listing(files, uri, path);
  await complain(`directory index of "${path}" is forbidden`);
  return { fail: 403 };
}

function listing(files: FileView, uri: string, path: string): HttpResponse {
  const rows = files
    .readDir(path)
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap(({ name }) => {
      const stat = files.statIfAny(path + name);
      if (!stat) return [];
      const time = strftime('%d-%b-%Y %H:%M', stat.mtimeMs);
      return [{ name, directory: stat.type === 'directory', size: stat.size, time }];
    })
    .sort((a, b) => Number(b.directory) - Number(a.directory) || (a.name < b.name ? -1 : 1));
  const headers = new HttpHeaders([['Content-Type', 'text/html']]);
  return { status: 200, headers, body: inChunks(indexPage(uri, rows)) };
}

/** nginx sends a listing in chunks. */
async function* inChunks(text: string): AsyncGenerator<Uint8Array> {
  yield toBytes(text);
}
