import { decodePath, encodePath } from '../http/percent-path.ts';
import { toBytes } from '../../lib/bytes.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { formatHttpDate } from '../http/http-date.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import { REASONS, type HttpRequest, type HttpResponse } from '../http/http-message.ts';
import { extensionOf, MIME_TYPES } from '../http/mime-types.ts';
import { serveHttp } from '../http/serve-http.ts';
import { command, CommandFailure } from '../support/command.ts';

/** httpd of busybox: serves a directory. Without -f it goes to the background. */
export const httpd: Program = command(
  {
    short: 'ifp:h:c:u:r:v',
    usage: '[-ifv[v]] [-c CONFFILE] [-p [IP:]PORT] [-u USER[:GRP]] [-r REALM] [-h HOME]',
    busyboxUsage:
      '[-ifv[v]] [-c CONFFILE] [-p [IP:]PORT] [-u USER[:GRP]] [-r REALM] [-h HOME]\nor httpd -d/-e/-m STRING\n\nListen for incoming HTTP requests',
  },
  (proc, options) => {
    const home = options.value('h');
    if (home !== undefined) {
      try {
        proc.files.chdir(home);
      } catch (error) {
        if (!isSysError(error)) throw error;
        throw new CommandFailure(`can't change directory to '${home}': ${error.message}`);
      }
    }
    const [, address = '0.0.0.0', port = '80'] = /^(?:(.*):)?(\d+)$/.exec(options.value('p') ?? '80') ?? [];
    const serve = async (server: Process): Promise<number> => {
      const listener = server.network.listen(address, Number(port));
      serveHttp(server, listener, (request) => answer(server, request));
      return server.pause();
    };
    if (options.has('f')) {
      try {
        return serve(proc);
      } catch (error) {
        if (!isSysError(error)) throw error;
        throw new CommandFailure(`bind: ${error.message}`);
      }
    }
    proc.fork(serve, { newSession: true });
    return 0;
  },
);

function answer(proc: Process, request: HttpRequest): HttpResponse {
  const headers = (type: string): HttpHeaders =>
    new HttpHeaders([
      ['Date', formatHttpDate(proc.now())],
      ['Connection', 'close'],
      ['Content-type', type],
    ]);
  const fail = (status: number, text: string): HttpResponse => ({
    status,
    headers: headers('text/html'),
    body: toBytes(
      `<HTML><HEAD><TITLE>${status} ${REASONS[status] ?? ''}</TITLE></HEAD>\n<BODY><H1>${status} ${REASONS[status] ?? ''}</H1>\n${text}\n</BODY></HTML>\n`,
    ),
  });
  if (!['GET', 'HEAD'].includes(request.method)) return fail(501, 'The requested method is not recognized');
  const path = `.${decodePath(request.target.split('?')[0] ?? '/')}`;
  if (path.includes('/../') || path.endsWith('/..')) return fail(404, 'The requested URL was not found');
  const stat = proc.files.statIfAny(path);
  if (stat?.type === 'directory' && !path.endsWith('/')) {
    const moved = headers('text/html');
    moved.append('Location', `${encodePath(path.slice(1))}/`);
    return { status: 302, headers: moved, body: toBytes('') };
  }
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const found = proc.files.statIfAny(file);
  if (found?.type !== 'file') return fail(404, 'The requested URL was not found');
  if (!proc.files.access(file, 4)) return fail(403, '');
  const head = headers(MIME_TYPES[extensionOf(file)] ?? 'application/octet-stream');
  head.append('Accept-Ranges', 'bytes');
  head.append('Last-Modified', formatHttpDate(found.mtimeMs));
  return { status: 200, headers: head, body: proc.files.readFile(file) };
}
