import { encodePath } from '../http/percent-path.ts';
import { toBytes } from '../../lib/bytes.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import type { Socket } from '../../kernel/net/socket.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import { nameMatcher } from '../files/find/name-matcher.ts';
import { checkAccess } from './access.ts';
import { indexPage, type IndexEntry } from './auto-index.ts';
import { fileSettings, locationSettings } from './directory-walk.ts';
import { chooseHost, restBehind } from './match-request.ts';
import type { MemberTurns } from './proxy.ts';
import { passOn, reverseLocation } from './proxy.ts';
import { normalizeUri } from './request-uri.ts';
import type { ApacheConfig, DirSettings, Host, RedirectRule } from './settings.ts';
import { serveFile, typeOf } from './static-file.ts';

/** Writes to the error log; `{client}` in the text tells who asked. */
export type LogError = (module: string, level: string, text: string) => void;

/** An answer that a handler made. */
export interface Made {
  readonly kind: 'made';
  readonly response: HttpResponse;
  /** It came from behind a proxy, with a Date and Server of its own. */
  readonly proxied?: boolean;
}

/** A status whose page is still to be made. */
export interface Failed {
  readonly kind: 'failed';
  readonly status: number;
  readonly location?: string;
  readonly notes?: string;
  readonly reason?: string;
  readonly headers?: readonly (readonly [string, string])[];
}

/** What becomes of a request, and what held for it. */
export type Outcome = (Made | Failed) & {
  readonly settings: DirSettings;
  readonly user?: string | undefined;
  readonly fileName?: string;
};

const METHODS = 'GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK'.split(' '); // prettier-ignore
const ALLOW = ['Allow', 'POST,OPTIONS,HEAD,GET,TRACE'] as const;
const MAX_REDIRECTS = 10;

/** Decides about requests, by a configuration. */
export class Answerer {
  readonly #proc: Process;
  readonly #config: ApacheConfig;
  readonly #turns: MemberTurns;

  constructor(proc: Process, config: ApacheConfig, turns: MemberTurns) {
    this.#proc = proc;
    this.#config = config;
    this.#turns = turns;
  }

  /** The server that a request is for. */
  hostOf(request: HttpRequest, socket: Socket): Host {
    const name = (request.headers.get('Host') ?? '').replace(/:\d+$/, '');
    const { main, hosts } = this.#config;
    return chooseHost(main, hosts, socket.local.address, socket.local.port, name);
  }

  /** `http://name:port` as the client called this server. */
  selfUrl(request: HttpRequest, socket: Socket, host: Host): string {
    const name = request.headers.get('Host')?.replace(/:80$/, '');
    const port = socket.local.port === 80 ? '' : `:${socket.local.port}`;
    return `http://${name ?? `${host.serverName?.replace(/:\d+$/, '') ?? socket.local.address}${port}`}`;
  }

  async decide(request: HttpRequest, socket: Socket, host: Host, log: LogError): Promise<Outcome> {
    const path = normalizeUri(request.target);
    const settings = locationSettings(host, typeof path === 'string' ? path : '/');
    if (typeof path === 'number') {
      if (path === 400) log('core', 'error', `{client}AH10244: invalid URI path (${request.target})`);
      return { kind: 'failed', status: path, settings };
    }
    const asked = request.headers.get('Host');
    if ((asked === undefined && request.version === 'HTTP/1.1') || /[\s/]/.test(asked ?? ''))
      return { kind: 'failed', status: 400, settings };
    if (request.method === 'TRACE' && host.trace) return { ...this.#trace(request), settings };
    if (request.method === 'TRACE') return { kind: 'failed', status: 405, settings };
    if (request.body.length > settings.maxBodyBytes) return { kind: 'failed', status: 413, settings };
    return (
      (await this.#proxied(request, socket, host, path, settings, log)) ??
      this.#redirected(request, host.redirects, path, settings, socket, host) ??
      this.atPath(request, socket, host, path, log)
    );
  }

  #trace(request: HttpRequest): Made {
    const text = `${request.method} ${request.target} ${request.version}\r\n${request.headers.toString()}\r\n`;
    return { kind: 'made', response: { status: 200, headers: new HttpHeaders([['Content-Type', 'message/http']]), body: toBytes(text) } }; // prettier-ignore
  }

  async #proxied(
    request: HttpRequest,
    socket: Socket,
    host: Host,
    path: string,
    settings: DirSettings,
    log: LogError,
  ): Promise<Outcome | undefined> {
    const rule = host.proxies.find((one) => restBehind(path, one.path) !== undefined);
    if (!rule || rule.url === '!') return undefined;
    const access = this.#access(request, socket, settings, `proxy:${rule.url}`, log);
    if (access.kind === 'failed') return { ...access, settings };
    // The part behind the rule's path is passed on as it was asked for, encoded.
    const rest = request.target.slice(rule.path.length);
    const members = this.#config.balancers.get(rule.url.replace(/\/$/, ''));
    const slash = rule.url.endsWith('/') ? '/' : '';
    const bases = members
      ? this.#turns.order(rule.url, members).map((member) => member.replace(/\/$/, '') + slash)
      : [rule.url];
    const urls = bases.map((base) => (base + rest).replace(/([^:])\/\/+/g, '$1/'));
    const result = await passOn(this.#proc, host, settings, request, socket, urls);
    if ('log' in result) {
      for (const [module, text] of result.log) log(module, 'error', text);
      const { status, reason, notes } = result;
      return { kind: 'failed', status, settings, ...(reason ? { reason } : {}), ...(notes ? { notes } : {}) };
    }
    reverseLocation(result, host.proxyReverses, this.#config.balancers, this.selfUrl(request, socket, host));
    return { kind: 'made', response: result, proxied: true, settings, user: access.user };
  }

  #redirected(
    request: HttpRequest,
    rules: readonly RedirectRule[],
    path: string,
    settings: DirSettings,
    socket: Socket,
    host: Host,
  ): Outcome | undefined {
    for (const { status, path: pattern, url } of rules) {
      const match = typeof pattern === 'string' ? undefined : pattern.exec(path);
      const rest = typeof pattern === 'string' ? restBehind(path, pattern) : undefined;
      if (!match && rest === undefined) continue;
      if (url === '') return { kind: 'failed', status, settings };
      const target = match ? url.replace(/\$(\d)/g, (_, digit: string) => match[Number(digit)] ?? '') : url + encodePath(rest ?? ''); // prettier-ignore
      const query = request.target.split('?')[1];
      const full = target.startsWith('/') ? this.selfUrl(request, socket, host) + target : target;
      const location = query === undefined || full.includes('?') ? full : `${full}?${query}`;
      return { kind: 'failed', status, location, settings };
    }
    return undefined;
  }

  #access(
    request: HttpRequest,
    socket: Socket,
    settings: DirSettings,
    what: string,
    log: LogError,
  ): Failed | { readonly kind: 'granted'; readonly user?: string } {
    const access = checkAccess(settings, request, socket.remote.address, this.#proc.files);
    if (access.kind === 'granted') return access;
    if (access.kind === 'denied') {
      log('authz_core', 'error', `{client}AH01630: client denied by server configuration: ${what}`);
      return { kind: 'failed', status: 403 };
    }
    if (access.log !== undefined) log('auth_basic', 'error', `{client}${access.log}`);
    return {
      kind: 'failed',
      status: 401,
      headers: [['WWW-Authenticate', `Basic realm="${settings.authName}"`]],
    };
  }

  /** The file that a path stands for. */
  #fileNameOf(host: Host, path: string): string {
    for (const { path: pattern, target } of host.aliasRules) {
      if (typeof pattern !== 'string') {
        const match = pattern.exec(path);
        if (match) return target.replace(/\$(\d)/g, (_, digit: string) => match[Number(digit)] ?? '');
        continue;
      }
      const rest = restBehind(path, pattern);
      if (rest !== undefined) return target + rest;
    }
    return host.documentRoot + path;
  }

  /** What a path of the server's own files gives; also where an ErrorDocument leads. */
  async atPath(
    request: HttpRequest,
    socket: Socket,
    host: Host,
    path: string,
    log: LogError,
    hops = 0,
  ): Promise<Outcome> {
    const { files } = this.#proc;
    const fileName = this.#fileNameOf(host, path);
    const settings = fileSettings(files, this.#config, host, fileName, path);
    if ('log' in settings) {
      log(...settings.log);
      const { status, notes } = settings;
      return { kind: 'failed', status, settings: locationSettings(host, path), ...(notes ? { notes } : {}) };
    }
    const fail = (status: number, more: Partial<Failed> = {}): Outcome => ({ kind: 'failed', status, settings, fileName, ...more }); // prettier-ignore
    let type: string | undefined;
    try {
      type = files.stat(fileName).type;
    } catch (error) {
      if (!isSysError(error)) throw error;
      if (error.code === 'EACCES') {
        log('core', 'error', `(13)Permission denied: {client}AH00035: access to ${path} denied (filesystem path '${fileName}') because search permissions are missing on a component of the path`); // prettier-ignore
        return fail(403);
      }
    }
    const access = this.#access(request, socket, settings, fileName, log);
    if (access.kind === 'failed') return { ...access, settings, fileName };
    const redirect = this.#redirected(request, settings.redirects, path, settings, socket, host);
    if (redirect) return redirect;
    const goTo = (target: string): Promise<Outcome> =>
      hops < MAX_REDIRECTS
        ? this.atPath(request, socket, host, target, log, hops + 1)
        : Promise.resolve(fail(500));
    if (type === undefined || (type === 'file' && path.endsWith('/'))) {
      if (settings.fallback !== undefined && settings.fallback !== path) return goTo(settings.fallback);
      log('core', 'info', `{client}AH00128: File does not exist: ${fileName}`);
      return fail(404);
    }
    if (type === 'directory') {
      if (!path.endsWith('/') && settings.directorySlash) {
        const query = request.target.split('?')[1];
        return fail(301, { location: `${this.selfUrl(request, socket, host)}${encodePath(path)}/${query === undefined ? '' : `?${query}`}` }); // prettier-ignore
      }
      for (const index of settings.directoryIndex)
        if (index.startsWith('/') || files.statIfAny(fileName + index)?.type === 'file')
          return goTo(index.startsWith('/') ? index : path + index);
      if (settings.fallback !== undefined) return goTo(settings.fallback);
      return this.#listed(request, settings, path, fileName, log);
    }
    return { ...this.#served(request, settings, fileName, log), settings, fileName, user: access.user };
  }

  #refused({ method }: HttpRequest, log: LogError, request: HttpRequest): Failed | undefined {
    if (!METHODS.includes(method)) {
      log('core', 'error', `{client}AH00135: Invalid method in request ${method} ${request.target} ${request.version}`); // prettier-ignore
      return { kind: 'failed', status: 501, headers: [ALLOW] };
    }
    return ['GET', 'HEAD', 'POST', 'OPTIONS'].includes(method) ? undefined : { kind: 'failed', status: 405, headers: [ALLOW] }; // prettier-ignore
  }

  #served(request: HttpRequest, settings: DirSettings, fileName: string, log: LogError): Made | Failed {
    const refused = this.#refused(request, log, request);
    if (refused) return refused;
    const { files } = this.#proc;
    const type = typeOf(fileName, settings, this.#config.types);
    if (request.method === 'OPTIONS') {
      const headers = new HttpHeaders([ALLOW, ['Content-Length', '0'], ...(type === undefined ? [] : [['Content-Type', type] as const])]); // prettier-ignore
      return { kind: 'made', response: { status: 200, headers } };
    }
    if (!files.access(fileName, 4)) {
      log('core', 'error', `(13)Permission denied: {client}AH00132: file permissions deny server access: ${fileName}`); // prettier-ignore
      return { kind: 'failed', status: 403 };
    }
    const response = serveFile(request, files.stat(fileName), settings.etag, type, () =>
      files.readFile(fileName),
    );
    return response === 'unsatisfiable' ? { kind: 'failed', status: 416 } : { kind: 'made', response };
  }

  #listed(
    request: HttpRequest,
    settings: DirSettings,
    path: string,
    fileName: string,
    log: LogError,
  ): Outcome {
    const { files } = this.#proc;
    const refused = this.#refused(request, log, request);
    if (refused) return { ...refused, settings, fileName };
    const isAllowed = settings.options.has('indexes') && this.#config.modules.has('autoindex_module');
    if (!isAllowed || !files.access(fileName, 4)) {
      log('autoindex', 'error', `{client}AH01276: Cannot serve directory ${fileName}: No matching DirectoryIndex (${settings.directoryIndex.join(',')}) found, and server-generated directory index forbidden by Options directive`); // prettier-ignore
      return { kind: 'failed', status: 403, settings, fileName };
    }
    const ignored = ['.??*', ...settings.indexIgnore].map((pattern) => nameMatcher(pattern, false));
    const entries = files.readDir(fileName).flatMap(({ name }): IndexEntry[] => {
      const stat = files.statIfAny(fileName + name);
      if (!stat || name.startsWith('.') || ignored.some((matches) => matches(name))) return [];
      return [{ name, directory: stat.type === 'directory', size: stat.size, mtimeMs: stat.mtimeMs }];
    });
    const page = indexPage(path, entries, settings.indexOptions, request.target.split('?')[1] ?? '');
    const headers = new HttpHeaders();
    const body = toBytes(page);
    if (request.method !== 'HEAD') headers.append('Content-Length', String(body.length));
    headers.append('Content-Type', 'text/html;charset=ISO-8859-1');
    return { kind: 'made', response: { status: 200, headers, body }, settings, fileName };
  }
}
