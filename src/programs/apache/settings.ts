import type { ConfigNode } from './config-node.ts';

/** `Options` in force. */
export type DirectoryOptions = ReadonlySet<string>;

/** A change to the headers of responses or (`RequestHeader`) of requests. */
export interface HeaderChange {
  readonly action: string;
  readonly name: string;
  readonly value: string;
  /** What `edit` puts in place of what matches `value`. */
  readonly replacement: string;
  /** Also where the response is an error. */
  readonly always: boolean;
}

/** What applies to a request: folded from all sections that match it. */
export interface DirSettings {
  readonly options: DirectoryOptions;
  readonly allowOverride: ReadonlySet<string>;
  readonly directoryIndex: readonly string[];
  readonly directorySlash: boolean;
  readonly fallback: string | undefined;
  readonly errorDocuments: ReadonlyMap<number, string>;
  /** Extension → media type. */
  readonly types: ReadonlyMap<string, string>;
  readonly forceType: string | undefined;
  readonly defaultCharset: string | undefined;
  readonly etag: boolean;
  readonly indexOptions: ReadonlySet<string>;
  readonly indexIgnore: readonly string[];
  readonly headers: readonly HeaderChange[];
  readonly requestHeaders: readonly HeaderChange[];
  /** The access rules of the innermost section that has some; undefined where there never were any. */
  readonly requires: readonly ConfigNode[] | undefined;
  readonly authName: string;
  readonly authUserFile: string | undefined;
  readonly redirects: readonly RedirectRule[];
  readonly maxBodyBytes: number;
}

export interface RedirectRule {
  readonly status: number;
  /** A path that the request's begins with, or what it matches. */
  readonly path: string | RegExp;
  readonly url: string;
}

export interface AliasRule {
  readonly path: string | RegExp;
  readonly target: string;
}

export interface ProxyRule {
  readonly path: string;
  /** `!` keeps a path from being passed on. */
  readonly url: string;
}

/** A section that applies to some requests. */
export interface Section {
  readonly kind: 'directory' | 'files' | 'location';
  /** A path or pattern as written; a regular expression of `…Match` or `~`. */
  readonly pattern: string | RegExp;
  readonly nodes: readonly ConfigNode[];
}

export interface AccessLog {
  readonly path: string;
  readonly format: string;
}

/** The main server or a virtual host, with what it inherits. */
export interface Host {
  /** Undefined for the main server. */
  readonly addresses: readonly { readonly address: string; readonly port: number | undefined }[] | undefined;
  readonly serverName: string | undefined;
  /** The port that `ServerName` names. */
  readonly aliases: readonly string[];
  readonly admin: string;
  readonly documentRoot: string;
  readonly errorLog: string;
  readonly logLevel: string;
  readonly accessLogs: readonly AccessLog[];
  readonly nodes: readonly ConfigNode[];
  readonly sections: readonly Section[];
  readonly redirects: readonly RedirectRule[];
  readonly aliasRules: readonly AliasRule[];
  readonly proxies: readonly ProxyRule[];
  readonly proxyReverses: readonly ProxyRule[];
  readonly preserveHost: boolean;
  readonly signature: boolean;
  readonly trace: boolean;
  readonly keepAlive: boolean;
  readonly file: string;
  readonly line: number;
}

/** A whole configuration. */
export interface ApacheConfig {
  readonly serverRoot: string;
  readonly modules: ReadonlySet<string>;
  readonly listens: readonly { readonly address: string; readonly port: number }[];
  readonly main: Host;
  readonly hosts: readonly Host[];
  /** `balancer://name` → its members. */
  readonly balancers: ReadonlyMap<string, readonly string[]>;
  readonly user: string;
  readonly group: string;
  readonly pidFile: string;
  readonly accessFile: string;
  readonly serverTokens: string;
  readonly types: ReadonlyMap<string, string>;
  readonly startServers: number;
  readonly keepAliveSeconds: number;
  readonly maxKeepAlive: number;
  /** Words beside the terminal about what is not simulated. */
  readonly notices: readonly string[];
}
