/** Where a directive may stand: s server, v virtual host, d section for directories, files or locations, h .htaccess. */
export type Place = 's' | 'v' | 'd' | 'h';

export interface DirectiveRule {
  /** Without it, the directive is unknown. */
  readonly module: string;
  readonly places: string;
  readonly min: number;
  readonly max: number;
  /** What httpd says where the number of arguments is wrong. */
  readonly usage: string;
}

/**
 * module | name places min max usage. Directives without effect here tune what the simulation has no part of.
 * @see httpd 2.4, the command tables of its modules
 */
const TABLE = `
core|Listen s 1 2 requires 1 or 2 arguments.
core|ServerName sv 1 1 takes one argument, The hostname and port of the server
core|ServerAlias sv 1 99 requires at least one argument, A name or names alternately used to access the server
core|ServerAdmin sv 1 1 takes one argument, The email address of the server administrator
core|DocumentRoot sv 1 1 takes one argument, Root directory of the document tree
core|ErrorLog sv 1 1 takes one argument, The filename of the error log
core|ErrorLogFormat sv 1 2 takes 1-2 arguments, Format string for the ErrorLog
core|LogLevel svd 1 99 requires at least one argument, Level of verbosity in error logging
core|Timeout sv 1 1 takes one argument, Timeout duration (sec)
core|KeepAlive sv 1 1 takes one argument, Whether persistent connections should be On or Off
core|KeepAliveTimeout sv 1 1 takes one argument, Keep-Alive timeout duration (sec)
core|MaxKeepAliveRequests sv 1 1 takes one argument, Maximum number of Keep-Alive requests per connection, or 0 for infinite
core|PidFile s 1 1 takes one argument, A file for logging the server process ID
core|ServerTokens s 1 1 takes one argument, Determine tokens displayed in the Server: header - Min(imal), Major, Minor, Prod(uctOnly), OS, or Full
core|ServerSignature svdh 1 1 takes one argument, En-/disable server signature (on|off|email)
core|TraceEnable sv 1 1 takes one argument, 'on' (default), 'off' or 'extended' to trace request body content
core|HostnameLookups svd 1 1 takes one argument, "on" to enable, "off" to disable reverse DNS lookups, or "double" to enable double-reverse DNS lookups
core|UseCanonicalName svd 1 1 takes one argument, How to work out the ServerName : Port when constructing URLs
core|AccessFileName sv 1 99 requires at least one argument, Name(s) of per-directory config files (default: .htaccess)
core|Options svdh 0 99 requires at least one argument
core|AllowOverride d 0 99 requires at least one argument
core|ErrorDocument svdh 2 2 takes two arguments, Change responses for HTTP errors
core|FileETag svdh 1 99 requires at least one argument
core|EnableSendfile svdh 1 1 takes one argument, Controls whether sendfile may be used to transmit files
core|EnableMMAP svdh 1 1 takes one argument, Controls whether memory-mapping may be used to read files
core|AddDefaultCharset svdh 1 1 takes one argument, The name of the default charset to add to any Content-Type without one or 'Off' to disable
core|ForceType svdh 1 1 takes one argument, a mime type that overrides other configured type
core|SetHandler svdh 1 1 takes one argument, a handler name that overrides any other configured handler
core|LimitRequestBody svdh 1 1 takes one argument, Limit (in bytes) on maximum size of request message body
core|LimitRequestFieldSize sv 1 1 takes one argument, Limit on size of HTTP request header fields
core|LimitRequestLine sv 1 1 takes one argument, Limit on maximum size of an HTTP request line
core|Mutex s 1 3 takes 1-3 arguments
core|Protocols sv 1 99 requires at least one argument
core|AcceptFilter s 2 2 takes two arguments
core|AcceptPathInfo svdh 1 1 takes one argument, Set to on or off for PATH_INFO to be accepted by handlers, or default for the per-handler preference
core|HttpProtocolOptions sv 1 3 requires at least one argument
unixd|User s 1 1 takes one argument, Effective user id for this server
unixd|Group s 1 1 takes one argument, Effective group id for this server
mpm_event|StartServers s 1 1 takes one argument, Number of child processes launched at server startup
mpm_event|ServerLimit s 1 1 takes one argument, Maximum number of child processes for this run of Apache
mpm_event|MinSpareThreads s 1 1 takes one argument, Minimum number of idle threads, to handle request spikes
mpm_event|MaxSpareThreads s 1 1 takes one argument, Maximum number of idle threads
mpm_event|ThreadsPerChild s 1 1 takes one argument, Number of threads each child creates
mpm_event|ThreadLimit s 1 1 takes one argument, Maximum number of worker threads per child process for this run of Apache - Upper limit for ThreadsPerChild
mpm_event|MaxRequestWorkers s 1 1 takes one argument, Maximum number of threads alive at the same time
mpm_event|MaxConnectionsPerChild s 1 1 takes one argument, Maximum number of connections a particular child serves before dying.
mpm_event|GracefulShutdownTimeout s 1 1 takes one argument, Maximum time in seconds to wait for child processes to complete transactions during shutdown
authz_core|Require dh 1 99 requires at least one argument, specifies authorization requirements
authz_core|AuthMerging dh 1 1 takes one argument, controls how a <Directory>, <Location>, or similar directive's authorization directives are combined with those of its predecessor
authn_core|AuthType dh 1 1 takes one argument, An HTTP authorization type (e.g., "Basic")
authn_core|AuthName dh 1 1 takes one argument, The authentication realm (e.g. "Members Only")
authn_file|AuthUserFile dh 1 1 takes one argument, text file containing user IDs and passwords
authz_groupfile|AuthGroupFile dh 1 1 takes one argument, text file containing group names and member user IDs
auth_basic|AuthBasicProvider dh 1 99 requires at least one argument
access_compat|Order dh 1 1 takes one argument, 'allow,deny', 'deny,allow', or 'mutual-failure'
access_compat|Allow dh 1 99 requires at least two arguments, 'from' followed by hostnames or IP-address wildcards
access_compat|Deny dh 1 99 requires at least two arguments, 'from' followed by hostnames or IP-address wildcards
access_compat|Satisfy dh 1 1 takes one argument, access policy if both allow and require used ('all' or 'any')
dir|DirectoryIndex svdh 0 99 requires at least one argument
dir|DirectorySlash svdh 1 1 must be On or Off
dir|FallbackResource svdh 1 1 takes one argument, Set a default handler
alias|Alias svd 1 2 takes 1-2 arguments, a fakename and a realname, or a realname in a Location
alias|AliasMatch sv 2 2 takes two arguments, a regular expression and a filename
alias|ScriptAlias svd 1 2 takes 1-2 arguments, a fakename and a realname, or a realname in a Location
alias|Redirect svdh 1 3 takes one, two or three arguments, an optional status, then document to be redirected and destination URL
alias|RedirectMatch svdh 1 3 takes one, two or three arguments, an optional status, then a regular expression and destination URL
alias|RedirectTemp svdh 2 2 takes two arguments, a document to be redirected, then the destination URL
alias|RedirectPermanent svdh 2 2 takes two arguments, a document to be redirected, then the destination URL
autoindex|IndexOptions svdh 0 99 requires at least one argument
autoindex|IndexIgnore svdh 0 99 requires at least one argument
autoindex|IndexOrderDefault svdh 2 2 takes two arguments, {Ascending,Descending} {Name,Size,Description,Date}
autoindex|ReadmeName svdh 1 1 takes one argument, a filename
autoindex|HeaderName svdh 1 1 takes one argument, a filename
autoindex|AddIcon svdh 2 99 requires at least two arguments, an icon URL followed by one or more filenames
autoindex|AddIconByType svdh 2 99 requires at least two arguments, an icon URL followed by one or more MIME types
autoindex|AddIconByEncoding svdh 2 99 requires at least two arguments, an icon URL followed by one or more content encodings
autoindex|AddDescription svdh 2 99 requires at least two arguments, descriptive text followed by one or more filenames
autoindex|DefaultIcon svdh 1 1 takes one argument, an icon URL
mime|TypesConfig sv 1 1 takes one argument, the MIME types config file
mime|AddType svdh 2 99 requires at least two arguments, a mime type followed by one or more file extensions
mime|AddEncoding svdh 2 99 requires at least two arguments, an encoding (e.g., gzip), followed by one or more file extensions
mime|AddLanguage svdh 2 99 requires at least two arguments, a language (e.g., fr), followed by one or more file extensions
mime|AddCharset svdh 2 99 requires at least two arguments, a charset (e.g., iso-2022-jp), followed by one or more file extensions
mime|AddHandler svdh 2 99 requires at least two arguments, a handler name followed by one or more file extensions
mime|AddOutputFilter svdh 2 99 requires at least two arguments, output filter name (or ; delimited names) followed by one or more file extensions
log_config|CustomLog sv 2 3 takes two or three arguments, a file name, a custom log format string or format name, and an optional "env=" or "expr=" clause (see docs)
log_config|TransferLog sv 1 1 takes one argument, the filename of the access log
log_config|LogFormat sv 1 2 takes 1-2 arguments, a log format string (see docs) and an optional format name
env|SetEnv svdh 1 2 takes 1-2 arguments, an environment variable name and optional value to pass to CGI
env|PassEnv svdh 1 99 requires at least one argument, a list of environment variables to pass to CGI.
env|UnsetEnv svdh 1 99 requires at least one argument, a list of variables to remove from the CGI environment
setenvif|SetEnvIf svdh 3 99 requires at least two arguments
setenvif|SetEnvIfNoCase svdh 3 99 requires at least two arguments
setenvif|BrowserMatch svdh 2 99 requires at least two arguments
headers|Header svdh 2 5 requires three arguments
headers|RequestHeader svdh 2 5 requires three arguments
reqtimeout|RequestReadTimeout sv 1 99 requires at least one argument
proxy|ProxyPass svd 1 99 requires at least one argument
proxy|ProxyPassReverse svd 1 3 takes one, two or three arguments
proxy|ProxyPreserveHost svd 1 1 must be On or Off
proxy|ProxyRequests sv 1 1 must be On or Off
proxy|ProxyTimeout sv 1 1 takes one argument, Set the timeout (in seconds) for a proxied connection. This overrides the server timeout
proxy|ProxyVia sv 1 1 takes one argument, Configure Via: proxy header header to one of: on | off | block | full
proxy|ProxyAddHeaders svd 1 1 must be On or Off
proxy|ProxyErrorOverride svd 1 99 requires at least one argument
proxy|ProxySet d 1 99 requires at least one argument
proxy|BalancerMember d 1 99 requires at least one argument
`.trim();

/** Sections: module, places. */
const SECTIONS = new Map<string, { readonly module: string; readonly places: string }>([
  ['directory', { module: 'core', places: 'sv' }],
  ['directorymatch', { module: 'core', places: 'sv' }],
  ['files', { module: 'core', places: 'svdh' }],
  ['filesmatch', { module: 'core', places: 'svdh' }],
  ['location', { module: 'core', places: 'sv' }],
  ['locationmatch', { module: 'core', places: 'sv' }],
  ['virtualhost', { module: 'core', places: 's' }],
  ['limit', { module: 'core', places: 'dh' }],
  ['limitexcept', { module: 'core', places: 'dh' }],
  ['if', { module: 'core', places: 'svdh' }],
  ['elseif', { module: 'core', places: 'svdh' }],
  ['else', { module: 'core', places: 'svdh' }],
  ['requireall', { module: 'authz_core', places: 'dh' }],
  ['requireany', { module: 'authz_core', places: 'dh' }],
  ['requirenone', { module: 'authz_core', places: 'dh' }],
  ['proxy', { module: 'proxy', places: 'sv' }],
  ['proxymatch', { module: 'proxy', places: 'sv' }],
]);

const RULES: ReadonlyMap<string, DirectiveRule> = new Map(
  TABLE.split('\n').map((row) => {
    const [, module = '', name = '', places = '', min, max, usage = ''] =
      /^(\w+)\|(\w+) (\w+) (\d+) (\d+) (.*)$/.exec(row) ?? [];
    return [name.toLowerCase(), { module, places, min: Number(min), max: Number(max), usage }];
  }),
);

/** What httpd knows of a directive or (`<Files`) section, given the modules it has loaded. */
export function findRule(name: string, modules: ReadonlySet<string>): DirectiveRule | undefined {
  const lower = name.toLowerCase();
  const section = lower.startsWith('<') ? SECTIONS.get(lower.slice(1)) : undefined;
  const rule = section ? { ...section, min: 0, max: 99, usage: '' } : RULES.get(lower);
  if (!rule) return undefined;
  return rule.module === 'core' || modules.has(`${rule.module}_module`) ? rule : undefined;
}
