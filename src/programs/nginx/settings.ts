/** Settings that http, server and location share; a location inherits what it does not set. */
export interface Settings {
  root: string;
  index: readonly string[];
  autoindex: boolean;
  defaultType: string;
  types: ReadonlyMap<string, string>;
  /** Status → where to go inside, and the status to show instead (`=200`). */
  errorPages: ReadonlyMap<number, { readonly uri: string; readonly status: number | undefined }>;
  addHeaders: readonly { readonly name: string; readonly value: string; readonly always: boolean }[];
  accessLogs: readonly { readonly path: string; readonly format: string }[];
  proxyHeaders: readonly (readonly [string, string])[];
  serverTokens: boolean;
  maxBodyBytes: number;
  tryFiles: readonly string[] | undefined;
  proxyConnectMs: number;
}

/** A location block. */
export interface Location {
  readonly modifier: '' | '=' | '^~' | '~' | '~*' | '@';
  readonly pattern: string;
  readonly regExp: RegExp | undefined;
  readonly settings: Settings;
  readonly return: { readonly status: number; readonly text: string | undefined } | undefined;
  readonly rewrites: readonly {
    readonly regExp: RegExp;
    readonly replacement: string;
    readonly flag: string;
  }[];
  /** The argument of proxy_pass. */
  readonly proxyPass: string | undefined;
  readonly alias: string | undefined;
  readonly denied: boolean;
  readonly stubStatus: boolean;
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

/** Servers of one `upstream` block. */
export type Upstreams = ReadonlyMap<string, readonly string[]>;

/** A whole configuration. */
export interface NginxConfig {
  readonly servers: readonly Server[];
  readonly upstreams: Upstreams;
  readonly logFormats: ReadonlyMap<string, string>;
  readonly pidFile: string;
  readonly errorLog: string;
  readonly daemon: boolean;
  readonly workers: number;
  readonly user: string | undefined;
}

/** nginx's log_format combined. */
export const COMBINED =
  '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"';

export const DEFAULT_SETTINGS: Settings = {
  root: '/etc/nginx/html',
  index: ['index.html'],
  autoindex: false,
  defaultType: 'text/plain',
  types: new Map([['html', 'text/html'], ['gif', 'image/gif'], ['jpg', 'image/jpeg']]),
  errorPages: new Map(),
  addHeaders: [],
  accessLogs: [{ path: '/var/log/nginx/access.log', format: COMBINED }],
  proxyHeaders: [['Host', '$proxy_host'], ['Connection', 'close']],
  serverTokens: true,
  maxBodyBytes: 1 << 20,
  tryFiles: undefined,
  proxyConnectMs: 60_000,
}; // prettier-ignore
