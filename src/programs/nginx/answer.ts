import { toBytes } from '../../lib/bytes.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Stat } from '../../kernel/files/inode.ts';
import type { Socket } from '../../kernel/net/socket.ts';
import type { Process } from '../../kernel/process.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import { strftime } from '../support/strftime.ts';
import { chooseLocation, chooseServer } from './build-config.ts';
import type { Connections } from './connections.ts';
import { finishResponse } from './finish-response.ts';
import { indexPage, reasonOf } from './pages.ts';
import { Balancer, proxyRequest } from './proxy.ts';
import type { Location, NginxConfig, Server } from './settings.ts';
import { pathOf } from './request-path.ts';
import { serveFile } from './static-file.ts';
import { expandVariables, type VariableContext } from './variables.ts';

/** Internal redirects before nginx gives up. */
const MAX_REDIRECTS = 10;

/** A decided answer, or a path to start over with. */
type Outcome = HttpResponse | { readonly goTo: string } | { readonly fail: number };

/** Answers requests by a configuration. `log` writes to the error log. */
export class Answerer {
  readonly #proc: Process;
  readonly #config: NginxConfig;
  readonly #balancer = new Balancer();
  readonly #connections: Connections;
  readonly #writeLog: (level: 'error', text: string) => Promise<void>;

  constructor(
    proc: Process,
    config: NginxConfig,
    connections: Connections,
    log: (level: 'error', text: string) => Promise<void>,
  ) {
    this.#proc = proc;
    this.#config = config;
    this.#connections = connections;
    this.#writeLog = log;
  }

  #log(socket: Socket, text: string): Promise<void> {
    return this.#writeLog('error', `*${this.#connections.numberOf(socket)} ${text}`);
  }

  /** The server and location whose access log a request belongs to. */
  locate(request: HttpRequest, socket: Socket): { server: Server; location: Location } | undefined {
    const server = chooseServer(
      this.#config.servers,
      socket.local.address,
      socket.local.port,
      request.headers.get('Host') ?? '',
    );
    return server && { server, location: chooseLocation(server, pathOf(request)) };
  }

  /** Variables of a request. */
  context(
    request: HttpRequest,
    socket: Socket,
    server: Server,
    location: Location,
    uri: string,
  ): VariableContext {
    const now = this.#proc.now();
    return {
      request,
      socket,
      hostname: this.#proc.hostname,
      nowMs: now,
      startMs: now,
      uri,
      serverName: server.names[0] ?? '',
      documentRoot: location.settings.root,
    };
  }

  async answer(request: HttpRequest, socket: Socket): Promise<HttpResponse> {
    const found = this.locate(request, socket);
    if (!found)
      return finishResponse(
        this.#proc.now(),
        { status: 400, headers: new HttpHeaders() },
        undefined,
        undefined,
      );
    const { server } = found;
    let uri = pathOf(request);
    if (request.version === 'HTTP/1.1' && !request.headers.has('Host'))
      return this.#error(400, request, socket, server, found.location, uri);
    let location = server.base;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      location = uri.startsWith('@')
        ? (server.locations.find(({ pattern }) => pattern === uri) ?? server.base)
        : chooseLocation(server, uri);
      const outcome = await this.#outcome(
        request,
        socket,
        server,
        location,
        uri.startsWith('@') ? pathOf(request) : uri,
      );
      if ('goTo' in outcome) uri = outcome.goTo;
      else if ('fail' in outcome) return this.#error(outcome.fail, request, socket, server, location, uri);
      else
        return finishResponse(
          this.#proc.now(),
          outcome,
          this.context(request, socket, server, location, uri),
          location,
        );
    }
    await this.#log(socket, `rewrite or internal redirection cycle while internally redirecting to "${uri}"`);
    return this.#error(500, request, socket, server, location, uri);
  }

  /** For what could not be read as a request. */
  badRequest(socket: Socket): HttpResponse {
    const server = chooseServer(this.#config.servers, socket.local.address, socket.local.port, '');
    return finishResponse(
      this.#proc.now(),
      { status: 400, headers: new HttpHeaders([['Connection', 'close']]) },
      undefined,
      server?.base,
    );
  }

  /** The page for an error status: error_page's, or nginx's own. */
  async #error(
    status: number,
    request: HttpRequest,
    socket: Socket,
    server: Server,
    location: Location,
    uri: string,
  ): Promise<HttpResponse> {
    const context = this.context(request, socket, server, location, uri);
    const page = location.settings.errorPages.get(status);
    if (page?.uri.startsWith('/') || page?.uri.startsWith('@')) {
      const target = page.uri.startsWith('@')
        ? server.locations.find(({ pattern }) => pattern === page.uri)
        : chooseLocation(server, page.uri);
      const get: HttpRequest = {
        ...request,
        method: request.method === 'HEAD' ? 'HEAD' : 'GET',
        headers: new HttpHeaders([...request.headers].filter(([name]) => !/^(range|if-)/i.test(name))),
      };
      const outcome = await this.#outcome(
        get,
        socket,
        server,
        target ?? location,
        page.uri.startsWith('@') ? uri : page.uri,
      );
      if (!('goTo' in outcome) && !('fail' in outcome)) {
        const shown = page.status ?? (outcome.status === 200 ? status : outcome.status);
        return finishResponse(
          this.#proc.now(),
          { ...outcome, status: shown, reason: reasonOf(shown) },
          context,
          location,
        );
      }
    } else if (page)
      return finishResponse(
        this.#proc.now(),
        { status: 302, headers: new HttpHeaders([['Location', page.uri]]) },
        context,
        location,
      );
    return finishResponse(this.#proc.now(), { status, headers: new HttpHeaders() }, context, location);
  }

  async #outcome(
    request: HttpRequest,
    socket: Socket,
    server: Server,
    location: Location,
    path: string,
  ): Promise<Outcome> {
    let uri = path;
    const context = this.context(request, socket, server, location, uri);
    if (location.denied) return { fail: 403 };
    if (request.body.length > location.settings.maxBodyBytes) return { fail: 413 };
    for (const { regExp, replacement, flag } of [
      ...(location === server.base ? [] : server.base.rewrites),
      ...location.rewrites,
    ]) {
      const match = regExp.exec(uri);
      if (!match) continue;
      const target = expandVariables(replacement, { ...context, captures: match });
      if (flag === 'permanent' || flag === 'redirect' || /^https?:/.test(target))
        return redirect(flag === 'permanent' ? 301 : 302, absolute(request, socket, target));
      uri = target.split('?')[0] ?? target;
      if (flag === 'last' && uri !== path) return { goTo: uri };
      if (flag === 'break') break;
    }
    const returned = server.base.return ?? location.return;
    if (returned) return this.#returned(returned, request, socket, location, context);
    if (location.settings.tryFiles) return this.#tryFiles(request, socket, server, location, uri);
    if (location.proxyPass !== undefined) {
      const result = await proxyRequest(
        this.#proc.network,
        location,
        this.#balancer,
        this.#config.upstreams,
        context,
      );
      if (!('log' in result)) return result;
      const { remote } = socket;
      await this.#log(
        socket,
        `${result.log.replace(/, upstream: /, `, client: ${remote.address}, server: ${server.names[0] ?? ''}, request: "${request.method} ${request.target} ${request.version}", upstream: `)}`,
      );
      return { fail: result.status };
    }
    if (location.stubStatus)
      return {
        status: 200,
        headers: new HttpHeaders([['Content-Type', 'text/plain']]),
        body: toBytes(this.#connections.statusText()),
      };
    return this.#static(request, socket, server, location, uri);
  }

  #returned(
    { status, text }: NonNullable<Location['return']>,
    request: HttpRequest,
    socket: Socket,
    location: Location,
    context: VariableContext,
  ): Outcome {
    if ([301, 302, 303, 307, 308].includes(status))
      return redirect(status, absolute(request, socket, expandVariables(text ?? '', context)));
    if (text === undefined && status >= 400) return { fail: status };
    if (text === undefined) return { status, headers: new HttpHeaders(), body: new Uint8Array(0) };
    const type = location.settings.defaultType;
    return {
      status,
      headers: new HttpHeaders([['Content-Type', type]]),
      body: toBytes(expandVariables(text, context)),
    };
  }

  async #tryFiles(
    request: HttpRequest,
    socket: Socket,
    server: Server,
    location: Location,
    uri: string,
  ): Promise<Outcome> {
    const files = location.settings.tryFiles ?? [];
    const context = this.context(request, socket, server, location, uri);
    for (const pattern of files.slice(0, -1)) {
      const candidate = expandVariables(pattern, context);
      const stat = this.#proc.files.statIfAny(this.#fileName(location, candidate));
      if (!stat || (stat.type === 'directory') !== candidate.endsWith('/')) continue;
      if (location.proxyPass !== undefined) return { goTo: candidate };
      return this.#static(request, socket, server, location, candidate);
    }
    const last = expandVariables(files.at(-1) ?? '', context);
    return last.startsWith('=') ? { fail: Number(last.slice(1)) } : { goTo: last.split('?')[0] ?? last };
  }

  #fileName(location: Location, uri: string): string {
    return location.alias === undefined
      ? location.settings.root + uri
      : location.alias + uri.slice(location.pattern.length);
  }

  async #static(
    request: HttpRequest,
    socket: Socket,
    server: Server,
    location: Location,
    uri: string,
  ): Promise<Outcome> {
    const { files } = this.#proc;
    const path = this.#fileName(location, uri);
    const where = `client: ${socket.remote.address}, server: ${server.names[0] ?? ''}, request: "${request.method} ${request.target} ${request.version}", host: "${request.headers.get('Host') ?? ''}"`;
    try {
      if (uri.endsWith('/')) return await this.#directory(socket, location, uri, path, where);
      const stat = files.stat(path);
      if (stat.type === 'directory')
        return redirect(
          301,
          absolute(
            request,
            socket,
            `${uri}/${request.target.includes('?') ? `?${request.target.split('?')[1] ?? ''}` : ''}`,
          ),
        );
      if (!['GET', 'HEAD'].includes(request.method)) return { fail: 405 };
      return this.#file(request, path, stat, location);
    } catch (error) {
      if (!isSysError(error)) throw error;
      const missing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
      await this.#log(
        socket,
        `open() "${path}" failed (${missing ? (error.code === 'ENOENT' ? 2 : 20) : 13}: ${error.message}), ${where}`,
      );
      return { fail: missing ? 404 : 403 };
    }
  }

  async #directory(
    socket: Socket,
    location: Location,
    uri: string,
    path: string,
    where: string,
  ): Promise<Outcome> {
    const { files } = this.#proc;
    for (const index of location.settings.index) {
      if (index.startsWith('/')) return { goTo: index };
      if (files.statIfAny(path + index)?.type === 'file') return { goTo: uri + index };
    }
    if (files.statIfAny(path)?.type !== 'directory') {
      await this.#log(
        socket,
        `"${path}${location.settings.index.at(-1) ?? 'index.html'}" is not found (2: No such file or directory), ${where}`,
      );
      return { fail: 404 };
    }
    if (location.settings.autoindex) return this.#listing(uri, path);
    await this.#log(socket, `directory index of "${path}" is forbidden, ${where}`);
    return { fail: 403 };
  }

  #listing(uri: string, path: string): HttpResponse {
    const rows = this.#proc.files
      .readDir(path)
      .filter(({ name }) => !name.startsWith('.'))
      .flatMap(({ name }) => {
        const stat = this.#proc.files.statIfAny(path + name);
        return stat
          ? [
              {
                name,
                directory: stat.type === 'directory',
                size: stat.size,
                time: strftime('%d-%b-%Y %H:%M', stat.mtimeMs),
              },
            ]
          : [];
      })
      .sort((a, b) => Number(b.directory) - Number(a.directory) || (a.name < b.name ? -1 : 1));
    return {
      status: 200,
      headers: new HttpHeaders([['Content-Type', 'text/html']]),
      body: toBytes(indexPage(uri, rows)),
    };
  }

  #file(request: HttpRequest, path: string, stat: Stat, location: Location): Outcome {
    const read = (): Uint8Array => this.#proc.files.readFile(path);
    const response = serveFile(request, path, stat, location.settings, read);
    return response;
  }
}

function redirect(status: number, location: string): HttpResponse {
  return { status, headers: new HttpHeaders([['Location', location]]) };
}

/** A redirect target with scheme, host and port, as `absolute_redirect on` makes it. */
function absolute(request: HttpRequest, socket: Socket, target: string): string {
  if (!target.startsWith('/')) return target;
  const host = (request.headers.get('Host') ?? socket.local.address).replace(/:\d+$/, '');
  return `http://${host}${socket.local.port === 80 ? '' : `:${socket.local.port}`}${target}`;
}
