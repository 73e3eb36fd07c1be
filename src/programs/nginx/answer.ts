import { toBytes } from '../../lib/bytes.ts';
import type { Socket } from '../../kernel/net/socket.ts';
import type { Process } from '../../kernel/process.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import { checkPassword, isAllowed } from './access.ts';
import type { Balancer } from './balancer.ts';
import { chooseLocation, chooseServer } from './build-config.ts';
import type { Connections } from './connections.ts';
import { finishResponse } from './finish-response.ts';
import { nginxVersion, reasonOf } from './pages.ts';
import { proxyRequest } from './proxy.ts';
import { isMalformed, pathOf } from './request-path.ts';
import { runSteps, type RewriteState } from './rewrite.ts';
import type { Location, NginxConfig, Server } from './settings.ts';
import { absolute, fileNameOf, redirect, serveStatic, type Outcome } from './serve-static.ts';
import { expandVariables, type VariableContext } from './variables.ts';

/** Internal redirects before nginx gives up. */
const MAX_REDIRECTS = 10;

/** `return 444` hangs up without a word. */
export const HANG_UP = 444;

/** What is known of a request on its way. */
export interface Visit extends RewriteState {
  readonly request: HttpRequest;
  readonly socket: Socket;
  readonly server: Server;
  readonly startMs: number;
  /** Where it is now. */
  location: Location;
  /** It was sent here from inside. */
  inside: boolean;
  upstreamAddress: string | undefined;
  upstreamStatus: string | undefined;
}

/** Answers requests by a configuration. `log` writes to the error log. */
export class Answerer {
  readonly #proc: Process;
  readonly #config: NginxConfig;
  readonly #balancer: Balancer;
  readonly #connections: Connections;
  readonly #writeLog: (level: 'error', text: string) => Promise<void>;
  /** Requests that are being answered or were: for the access log. */
  readonly #visits = new WeakMap<HttpRequest, Visit>();

  constructor(
    proc: Process,
    config: NginxConfig,
    balancer: Balancer,
    connections: Connections,
    log: (level: 'error', text: string) => Promise<void>,
  ) {
    this.#proc = proc;
    this.#config = config;
    this.#balancer = balancer;
    this.#connections = connections;
    this.#writeLog = log;
  }

  #log(socket: Socket, text: string): Promise<void> {
    return this.#writeLog('error', `*${this.#connections.numberOf(socket)} ${text}`);
  }

  /** `client: …, server: …, request: "…"`, as lines of the error log end. */
  #asked({ socket, server, request }: Visit): string {
    return `, client: ${socket.remote.address}, server: ${server.names[0] ?? ''}, request: "${request.method} ${request.target} ${request.version}"`;
  }

  async #complain(visit: Visit, text: string): Promise<void> {
    const asked = this.#asked(visit);
    const full = text.includes('{request}')
      ? text.replace('{request}', asked)
      : `${text}${asked}, host: "${visit.request.headers.get('Host') ?? ''}"`;
    await this.#log(visit.socket, full);
  }

  #serverFor(request: HttpRequest, socket: Socket): Server | undefined {
    const { address, port } = socket.local;
    return chooseServer(this.#config.servers, address, port, request.headers.get('Host') ?? '');
  }

  /** What a request was about: for its access log. */
  visitOf(request: HttpRequest, socket: Socket): Visit | undefined {
    const known = this.#visits.get(request);
    if (known) return known;
    const server = this.#serverFor(request, socket);
    if (!server) return undefined;
    const visit: Visit = {
      request,
      socket,
      server,
      startMs: this.#proc.now(),
      location: server.base,
      inside: false,
      uri: pathOf(request),
      args: request.target.split('?').slice(1).join('?'),
      vars: new Map(),
      captures: undefined,
      changed: false,
      upstreamAddress: undefined,
      upstreamStatus: undefined,
    };
    this.#visits.set(request, visit);
    return visit;
  }

  /** Variables of a request. */
  context(visit: Visit): VariableContext {
    const { request, socket, server, location, uri, args, vars, captures, startMs } = visit;
    return {
      request,
      socket,
      hostname: this.#proc.hostname,
      pid: this.#proc.pid,
      version: nginxVersion(this.#proc),
      connection: this.#connections.numberOf(socket),
      nowMs: this.#proc.now(),
      startMs,
      uri,
      args,
      vars,
      maps: this.#config.maps,
      serverName: server.names[0] ?? '',
      documentRoot: location.settings.root,
      ...(captures ? { captures } : {}),
      ...(visit.upstreamAddress === undefined ? {} : { upstreamAddress: visit.upstreamAddress }),
      ...(visit.upstreamStatus === undefined ? {} : { upstreamStatus: visit.upstreamStatus }),
    };
  }

  #finish(response: HttpResponse, visit: Visit | undefined): HttpResponse {
    return finishResponse(this.#now(), response, visit && this.context(visit), visit?.location);
  }

  async answer(request: HttpRequest, socket: Socket): Promise<HttpResponse> {
    const visit = this.visitOf(request, socket);
    if (!visit) return this.#finish({ status: 400, headers: new HttpHeaders() }, undefined);
    if (isMalformed(request.target)) return this.#error(400, visit);
    if (request.version === 'HTTP/1.1' && !request.headers.has('Host')) return this.#error(400, visit);
    const { server } = visit;
    const first = runSteps(server.base, visit, () => this.context(visit), this.#proc.files);
    if (first.kind === 'return') return this.#settle(this.#returned(first, visit), visit);
    if (first.kind === 'redirect')
      return this.#settle(redirect(first.status, absolute(visit, first.target)), visit);
    return this.#go(visit);
  }

  /** Looks for the location of the path until there is an answer. */
  async #go(visit: Visit): Promise<HttpResponse> {
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      this.#enter(visit, chooseLocation(visit.server, visit.uri));
      const outcome = await this.#outcome(visit);
      if ('goTo' in outcome) this.#move(visit, outcome.goTo);
      else return this.#settle(outcome, visit);
    }
    await this.#complain(
      visit,
      `rewrite or internal redirection cycle while internally redirecting to "${visit.uri}"`,
    );
    return this.#error(500, visit);
  }

  /** From here on the request is at another path. Arguments behind it replace those it had. */
  #move(visit: Visit, target: string): void {
    const [uri = '', ...args] = target.split('?');
    visit.uri = uri;
    if (args.length > 0) visit.args = args.join('?');
    visit.inside = true;
    visit.changed = true;
  }

  #enter(visit: Visit, location: Location): void {
    visit.location = location;
    const match = location.regExp?.exec(visit.uri);
    if (!match) return;
    visit.captures = match;
    for (const [name, value] of Object.entries(match.groups ?? {})) visit.vars.set(name, value);
  }

  async #settle(outcome: Outcome, visit: Visit): Promise<HttpResponse> {
    if ('goTo' in outcome) {
      this.#move(visit, outcome.goTo);
      return this.#go(visit);
    }
    return 'fail' in outcome
      ? this.#error(outcome.fail, visit, outcome.headers)
      : this.#finish(outcome, visit);
  }

  #now(): { nowMs: number; version: string } {
    return { nowMs: this.#proc.now(), version: nginxVersion(this.#proc) };
  }

  /** For what could not be read as a request. */
  badRequest(socket: Socket): HttpResponse {
    const server = chooseServer(this.#config.servers, socket.local.address, socket.local.port, '');
    const headers = new HttpHeaders([['Connection', 'close']]);
    return finishResponse(this.#now(), { status: 400, headers }, undefined, server?.base);
  }

  /** The page for an error status: error_page's, or nginx's own. */
  async #error(
    status: number,
    visit: Visit,
    more: readonly (readonly [string, string])[] = [],
  ): Promise<HttpResponse> {
    const { location, request, server } = visit;
    const headers = new HttpHeaders(more);
    const page = location.settings.errorPages.get(status);
    if (!page) return this.#finish({ status, headers }, visit);
    if (!page.uri.startsWith('/') && !page.uri.startsWith('@')) {
      const target = expandVariables(page.uri, this.context(visit));
      const code = typeof page.status === 'number' && page.status >= 300 && page.status < 309 ? page.status : 302;
      return this.#finish(redirect(code, target), visit);
    }
    const get: HttpRequest = {
      ...request,
      method: request.method === 'HEAD' ? 'HEAD' : 'GET',
      headers: new HttpHeaders([...request.headers].filter(([name]) => !/^(range|if-)/i.test(name))),
    };
    const isNamed = page.uri.startsWith('@');
    const inner: Visit = { ...visit, request: isNamed ? request : get, inside: true };
    const target = isNamed
      ? server.locations.find(({ pattern }) => pattern === page.uri)
      : chooseLocation(server, page.uri);
    if (!isNamed) this.#move(inner, expandVariables(page.uri, this.context(visit)));
    this.#enter(inner, target ?? location);
    const outcome = await this.#outcome(inner);
    if ('goTo' in outcome || 'fail' in outcome) return this.#finish({ status, headers }, visit);
    for (const [name, value] of more) outcome.headers.append(name, value);
    const shown = page.status === 'answer' ? outcome.status : (page.status ?? (outcome.status === 200 ? status : outcome.status)); // prettier-ignore
    const reason = reasonOf(shown);
    return this.#finish({ ...outcome, status: shown, reason }, inner);
  } // prettier-ignore

  async #outcome(visit: Visit): Promise<Outcome> {
    if (visit.location.internal && !visit.inside) return { fail: 404 };
    const { request } = visit;
    if (request.body.length > visit.location.settings.maxBodyBytes) {
      await this.#complain(visit, `client intended to send too large body: ${request.body.length} bytes`);
      return { fail: 413 };
    }
    const end = runSteps(visit.location, visit, () => this.context(visit), this.#proc.files);
    if (end.kind === 'return') return this.#returned(end, visit);
    if (end.kind === 'redirect') return redirect(end.status, absolute(visit, end.target));
    if (end.kind === 'again') return { goTo: `${visit.uri}${visit.args === '' ? '' : `?${visit.args}`}` };
    visit.location = end.location;
    const refused = await this.#refused(visit);
    if (refused) return refused;
    const { location } = visit;
    if (location.settings.tryFiles) return this.#tryFiles(visit, location.settings.tryFiles);
    return this.#content(visit);
  }

  #content(visit: Visit): Promise<Outcome> | Outcome {
    const { location } = visit;
    if (location.proxyPass !== undefined) return this.#proxied(visit);
    if (location.stubStatus)
      return {
        status: 200,
        headers: new HttpHeaders([['Content-Type', 'text/plain']]),
        body: toBytes(this.#connections.statusText()),
      };
    return serveStatic(this.#proc.files, visit, (text) => this.#complain(visit, text));
  }

  /** Who may not come in, by address or without a password. */
  async #refused(visit: Visit): Promise<Outcome | undefined> {
    const { location, request, socket } = visit;
    const { settings, except } = location;
    const rules = except && !except.methods.includes(request.method) ? except.access : settings.access;
    const byAddress = isAllowed(rules, socket.remote.address);
    const { authRealm, authFile, satisfyAny } = settings;
    const wantsPassword = authRealm !== undefined && authFile !== undefined;
    if (!byAddress && !(satisfyAny && wantsPassword)) {
      await this.#complain(visit, 'access forbidden by rule');
      return { fail: 403 };
    }
    if (!wantsPassword || (satisfyAny && byAddress && rules.length > 0)) return undefined;
    const login = checkPassword(this.#proc.files, request, authFile);
    if (login.granted) return undefined;
    if (login.log !== undefined) await this.#complain(visit, login.log);
    const realm = expandVariables(authRealm, this.context(visit));
    return login.status === undefined
      ? { fail: 401, headers: [['WWW-Authenticate', `Basic realm="${realm}"`]] }
      : { fail: login.status };
  }

  async #proxied(visit: Visit): Promise<Outcome> {
    const { location } = visit;
    const result = await proxyRequest({
      network: this.#proc.network,
      balancer: this.#balancer,
      location,
      context: this.context(visit),
      changedUri: visit.changed ? `${encodeURI(visit.uri)}${visit.args === '' ? '' : `?${visit.args}`}` : undefined,
      random: () => this.#proc.random(),
      failed: (text) => this.#complain(visit, text),
    });
    if ('log' in result) {
      if (result.log !== '') await this.#complain(visit, result.log);
      visit.upstreamStatus = String(result.status);
      return { fail: result.status };
    }
    visit.upstreamAddress = result.address;
    visit.upstreamStatus = String(result.response.status);
    const { status } = result.response;
    if (location.settings.interceptErrors && status >= 300 && location.settings.errorPages.has(status))
      return { fail: status };
    return result.response;
  } // prettier-ignore

  #returned({ status, text }: { readonly status: number; readonly text: string | undefined }, visit: Visit): Outcome {
    const context = this.context(visit);
    if ([301, 302, 303, 307, 308].includes(status))
      return redirect(status, absolute(visit, expandVariables(text ?? '', context)));
    if (status === HANG_UP) return { status, headers: new HttpHeaders() };
    if (text === undefined && status >= 400) return { fail: status };
    if (text === undefined) return { status, headers: new HttpHeaders(), body: new Uint8Array(0) };
    const headers = new HttpHeaders([['Content-Type', visit.location.settings.defaultType]]);
    return { status, headers, body: toBytes(expandVariables(text, context)) };
  } // prettier-ignore

  async #tryFiles(visit: Visit, files: readonly string[]): Promise<Outcome> {
    for (const pattern of files.slice(0, -1)) {
      const candidate = expandVariables(pattern, this.context(visit));
      const stat = this.#proc.files.statIfAny(fileNameOf(visit.location, candidate));
      if (!stat || (stat.type === 'directory') !== candidate.endsWith('/')) continue;
      visit.uri = candidate;
      return this.#content(visit);
    }
    const last = expandVariables(files.at(-1) ?? '', this.context(visit));
    if (last.startsWith('=')) return { fail: Number(last.slice(1)) };
    if (!last.startsWith('@')) return { goTo: last };
    const named = visit.server.locations.find(({ pattern }) => pattern === last);
    if (!named) {
      await this.#complain(visit, `could not find named location "${last}"`);
      return { fail: 500 };
    }
    this.#enter(visit, named);
    visit.inside = true;
    return this.#outcome(visit);
  }
}
