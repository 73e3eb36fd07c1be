import type { AccessRule } from './access.ts';

/** Settings that http, server and location share; a location inherits what it does not set. */
export interface Settings {
  root: string;
  index: readonly string[];
  autoindex: boolean;
  defaultType: string;
  charset: string | undefined;
  types: ReadonlyMap<string, string>;
  /** Status → where to go inside, and the status to show instead: `=200`, or (`=`) whatever comes of it. */
  errorPages: ReadonlyMap<number, { readonly uri: string; readonly status: number | 'answer' | undefined }>;
  addHeaders: readonly { readonly name: string; readonly value: string; readonly always: boolean }[];
  expires: string | undefined;
  accessLogs: readonly { readonly path: string; readonly format: string }[];
  proxyHeaders: readonly (readonly [string, string])[];
  proxyHidden: readonly string[];
  proxyRedirect: boolean;
  nextUpstream: readonly string[];
  interceptErrors: boolean;
  serverTokens: boolean;
  maxBodyBytes: number;
  tryFiles: readonly string[] | undefined;
  access: readonly AccessRule[];
  authRealm: string | undefined;
  authFile: string | undefined;
  satisfyAny: boolean;
  /** How long answers of the resolver are believed; undefined where there is no resolver. */
  resolverSeconds: number | undefined;
  absoluteRedirect: boolean;
  portInRedirect: boolean;
}

/** A step of the rewrite module, in the order written. */
export type Step =
  | { readonly kind: 'set'; readonly name: string; readonly value: string }
  | { readonly kind: 'rewrite'; readonly regExp: RegExp; readonly replacement: string; readonly flag: string }
  | { readonly kind: 'return'; readonly status: number; readonly text: string | undefined }
  | { readonly kind: 'break' }
  | {
      readonly kind: 'if';
      readonly condition: readonly string[];
      /** What applies where the condition holds. */
      readonly inner: Location;
    };

/** A location block, or what a server or `if` has of one. */
export interface Location {
  readonly modifier: '' | '=' | '^~' | '~' | '~*' | '@';
  readonly pattern: string;
  readonly regExp: RegExp | undefined;
  readonly settings: Settings;
  readonly steps: readonly Step[];
  /** The argument of proxy_pass. */
  readonly proxyPass: string | undefined;
  readonly alias: string | undefined;
  readonly internal: boolean;
  readonly stubStatus: boolean;
  /** Methods that `limit_except` leaves alone, and the access rules for the others. */
  readonly except:
    { readonly methods: readonly string[]; readonly access: readonly AccessRule[] } | undefined;
}

/** A server block. */
export interface Server {
  readonly listens: readonly {
    readonly address: string;
    readonly port: number;
    readonly isDefault: boolean;
  }[];
  readonly names: readonly string[];
  readonly settings: Settings;
  readonly locations: readonly Location[];
  /** What applies where no location does. */
  readonly base: Location;
}

/** A `server` line of an upstream, or the host of a proxy_pass. */
export interface UpstreamServer {
  /** `web:8000` as written. */
  readonly host: string;
  readonly weight: number;
  readonly backup: boolean;
  readonly down: boolean;
  readonly maxFails: number;
  readonly failSeconds: number;
  readonly file: string;
  readonly line: number;
}

/** An `upstream` block, or one that stands for the host of a proxy_pass. */
export interface Upstream {
  readonly name: string;
  readonly servers: readonly UpstreamServer[];
  readonly method: 'round robin' | 'least_conn' | 'ip_hash' | 'random' | 'hash';
  /** What `hash` goes by. */
  readonly key: string;
}

/** A `map` block: the variable it makes out of a source. */
export interface VariableMap {
  readonly source: string;
  readonly otherwise: string;
  readonly exact: ReadonlyMap<string, string>;
  readonly patterns: readonly { readonly regExp: RegExp; readonly value: string }[];
}

/** A whole configuration. */
export interface NginxConfig {
  readonly servers: readonly Server[];
  readonly upstreams: ReadonlyMap<string, Upstream>;
  readonly maps: ReadonlyMap<string, VariableMap>;
  readonly logFormats: ReadonlyMap<string, string>;
  readonly pidFile: string;
  readonly errorLog: string;
  readonly daemon: boolean;
  readonly workers: number;
  readonly user: string | undefined;
  /** Warnings that loading it gives. */
  readonly warnings: readonly string[];
  /** Directives without effect here. */
  readonly unsimulated: readonly string[];
}

/** nginx's log_format combined. */
export const COMBINED =
  '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"';

export const DEFAULT_SETTINGS: Settings = {
  root: '/etc/nginx/html',
  index: ['index.html'],
  autoindex: false,
  defaultType: 'text/plain',
  charset: undefined,
  types: new Map([['html', 'text/html'], ['gif', 'image/gif'], ['jpg', 'image/jpeg']]),
  errorPages: new Map(),
  addHeaders: [],
  expires: undefined,
  accessLogs: [{ path: '/var/log/nginx/access.log', format: COMBINED }],
  proxyHeaders: [['Host', '$proxy_host'], ['Connection', 'close']],
  proxyHidden: [],
  proxyRedirect: true,
  nextUpstream: ['error', 'timeout'],
  interceptErrors: false,
  serverTokens: true,
  maxBodyBytes: 1 << 20,
  tryFiles: undefined,
  access: [],
  authRealm: undefined,
  authFile: undefined,
  satisfyAny: false,
  resolverSeconds: undefined,
  absoluteRedirect: true,
  portInRedirect: true,
}; // prettier-ignore
