import { escapeRegExp } from '../../lib/regexp/posix-regexp.ts';
import { FREE_BLOCKS, KNOWN_DIRECTIVES } from './directives.ts';
import { ConfigError, type Directive } from './parse-config.ts';
import {
  COMBINED,
  DEFAULT_SETTINGS,
  type Location,
  type NginxConfig,
  type Server,
  type Settings,
} from './settings.ts';
import { boundedRegExp } from '../../lib/regexp/bounded-regexp.ts';

/** Turns directives into what the server works with. @throws ConfigError in nginx's words */
export function buildConfig(directives: readonly Directive[]): NginxConfig {
  check(directives, 'main');
  const find = (name: string): Directive | undefined => directives.findLast((one) => one.name === name);
  const http = find('http')?.block ?? [];
  if (!find('events')) throw new ConfigError('no "events" section in configuration');
  const formats = new Map([['combined', COMBINED]]);
  for (const { args } of http.filter(({ name }) => name === 'log_format'))
    formats.set(args[0] ?? '', args.slice(args[1]?.startsWith('escape=') ? 2 : 1).join(''));
  const settings = applySettings(DEFAULT_SETTINGS, http, formats);
  const servers = http
    .filter(({ name }) => name === 'server')
    .map((one) => buildServer(one, settings, formats));
  const upstreams = new Map(
    http
      .filter(({ name }) => name === 'upstream')
      .map(({ args, block = [] }) => [
        args[0] ?? '',
        block
          .filter(
            ({ name, args: words }) =>
              name === 'server' && !words.includes('down') && !words.includes('backup'),
          )
          .map(({ args: words }) => words[0] ?? ''),
      ]),
  );
  const workers = find('worker_processes')?.args[0];
  return {
    servers,
    upstreams,
    logFormats: formats,
    pidFile: find('pid')?.args[0] ?? '/run/nginx.pid',
    errorLog: find('error_log')?.args[0] ?? '/var/log/nginx/error.log',
    daemon: find('daemon')?.args[0] !== 'off',
    workers: workers === 'auto' ? 0 : Number(workers ?? 1) || 1,
    user: find('user')?.args[0],
  };
}

function check(directives: readonly Directive[], parent: string): void {
  for (const { name, block, file, line } of directives) {
    if (!KNOWN_DIRECTIVES.has(name)) throw new ConfigError(`unknown directive "${name}" in ${file}:${line}`);
    const needsBlock = ['events', 'http', 'server', 'location', 'types', 'upstream', 'if', 'map'].includes(
      name,
    );
    if (needsBlock && !block)
      throw new ConfigError(`directive "${name}" has no opening "{" in ${file}:${line}`);
    if (!needsBlock && block && name !== 'limit_except')
      throw new ConfigError(`directive "${name}" is not terminated by ";" in ${file}:${line}`);
    const httpOnly = [
      'server',
      'location',
      'listen',
      'server_name',
      'root',
      'index',
      'try_files',
      'proxy_pass',
      'return',
    ].includes(name);
    if (httpOnly && parent === 'main')
      throw new ConfigError(`"${name}" directive is not allowed here in ${file}:${line}`);
    if (name === 'location' && parent === 'http')
      throw new ConfigError(`"location" directive is not allowed here in ${file}:${line}`);
    if (name === 'proxy_pass' && parent === 'server')
      throw new ConfigError(`"proxy_pass" directive is not allowed here in ${file}:${line}`);
    if (block && !FREE_BLOCKS.has(name)) check(block, name);
  }
}

function invalid({ name, file, line }: Directive): ConfigError {
  return new ConfigError(`invalid number of arguments in "${name}" directive in ${file}:${line}`);
}

function applySettings(from: Settings, directives: readonly Directive[], formats: ReadonlyMap<string, string>): Settings {
  const settings = { ...from, tryFiles: undefined } as Settings;
  const errorPages = new Map(from.errorPages);
  const own = { headers: [] as Settings['addHeaders'][number][], logs: [] as Settings['accessLogs'][number][], proxy: [] as (readonly [string, string])[], off: false };
  for (const one of directives) {
    const { name, args, block } = one;
    const [first = '', second = ''] = args;
    if (['root', 'index', 'default_type', 'try_files', 'return', 'proxy_pass', 'server_name', 'listen'].includes(name) && args.length === 0) throw invalid(one);
    switch (name) {
      case 'root': settings.root = first.replace(/(?<=.)\/$/, ''); break;
      case 'index': settings.index = args; break;
      case 'autoindex': settings.autoindex = first === 'on'; break;
      case 'default_type': settings.defaultType = first; break;
      case 'types': settings.types = new Map((block ?? []).flatMap((type) => type.args.map((extension) => [extension, type.name] as const))); break;
      case 'server_tokens': settings.serverTokens = first !== 'off'; break;
      case 'client_max_body_size': settings.maxBodyBytes = parseSize(first) || Infinity; break;
      case 'try_files': settings.tryFiles = args; break;
      case 'proxy_connect_timeout': settings.proxyConnectMs = parseSeconds(first) * 1000; break;
      case 'add_header': own.headers.push({ name: first, value: second, always: args[2] === 'always' }); break;
      case 'expires': if (first !== 'off') own.headers.push({ name: 'Cache-Control', value: first.startsWith('-') ? 'no-cache' : `max-age=${parseSeconds(first)}`, always: false }); break;
      case 'proxy_set_header': own.proxy.push([first, second]); break;
      case 'error_page': addErrorPage(errorPages, args); break;
      case 'access_log':
        if (first === 'off') own.off = true;
        else own.logs.push({ path: first, format: formatOf(one, second || 'combined', formats) });
        break;
      default: break;
    }
  }
  settings.errorPages = errorPages;
  if (own.headers.length > 0) settings.addHeaders = own.headers;
  if (own.off || own.logs.length > 0) settings.accessLogs = own.off ? [] : own.logs;
  if (own.proxy.length > 0) {
    const names = new Set(own.proxy.map(([name]) => name.toLowerCase()));
    settings.proxyHeaders = [...DEFAULT_SETTINGS.proxyHeaders.filter(([name]) => !names.has(name.toLowerCase())), ...own.proxy];
  }
  return settings;
} // prettier-ignore

function formatOf({ file, line }: Directive, name: string, formats: ReadonlyMap<string, string>): string {
  const format = formats.get(name);
  if (format === undefined) throw new ConfigError(`unknown log format "${name}" in ${file}:${line}`);
  return format;
}

function addErrorPage(
  pages: Map<number, { uri: string; status: number | undefined }>,
  args: readonly string[],
): void {
  const uri = args.at(-1) ?? '';
  const override = args.find((word) => word.startsWith('='));
  const status = override === undefined ? undefined : Number(override.slice(1)) || undefined;
  for (const code of args.slice(0, -1)) if (/^\d+$/.test(code)) pages.set(Number(code), { uri, status });
}

function parseSize(text: string): number {
  const match = /^(\d+)([kKmMgG]?)$/.exec(text);
  return match ? Number(match[1]) * 1024 ** ('kmg'.indexOf((match[2] ?? '').toLowerCase() || '-') + 1) : 0;
}

function parseSeconds(text: string): number {
  const match = /^(\d+)(ms|s|m|h|d|w|M|y)?$/.exec(text);
  const units: Readonly<Record<string, number>> = {
    ms: 0.001,
    s: 1,
    m: 60,
    h: 3600,
    d: 86400,
    w: 604800,
    M: 2592000,
    y: 31536000,
  };
  return match ? Number(match[1]) * (units[match[2] ?? 's'] ?? 1) : text === 'max' ? 315360000 : 0;
}

function buildServer(
  { block = [] }: Directive,
  http: Settings,
  formats: ReadonlyMap<string, string>,
): Server {
  const settings = applySettings(http, block, formats);
  const listens = block.filter(({ name }) => name === 'listen').map((one) => parseListen(one));
  return {
    listens: listens.length
      ? listens.filter(({ port }) => port > 0)
      : [{ address: '0.0.0.0', port: 80, isDefault: false }],
    names: block.filter(({ name }) => name === 'server_name').flatMap(({ args }) => args),
    settings,
    locations: block
      .filter(({ name }) => name === 'location')
      .flatMap((one) => buildLocations(one, settings, formats)),
    base: buildLocation('', '', undefined, block, settings),
  };
}

function parseListen(directive: Directive): { address: string; port: number; isDefault: boolean } {
  const [text = '', ...flags] = directive.args;
  const isDefault = flags.includes('default_server') || flags.includes('default');
  // Simplified: no IPv6; the addresses in brackets are listened on as their IPv4 twins, which real images have beside them.
  if (text.startsWith('[')) return { address: '0.0.0.0', port: 0, isDefault };
  const match = /^(?:(\*|[\w.-]+):)?(\d+)$/.exec(text);
  if (match)
    return {
      address:
        match[1] === undefined || match[1] === '*'
          ? '0.0.0.0'
          : match[1] === 'localhost'
            ? '127.0.0.1'
            : match[1],
      port: Number(match[2]),
      isDefault,
    };
  if (/^[\d.]+$/.test(text)) return { address: text, port: 80, isDefault };
  throw new ConfigError(
    `host not found in "${text}" of the "listen" directive in ${directive.file}:${directive.line}`,
  );
}

function buildLocations(
  { args, block = [], file, line }: Directive,
  server: Settings,
  formats: ReadonlyMap<string, string>,
): Location[] {
  const [first = '', second] = args;
  const pattern = second ?? first;
  const modifier =
    second === undefined ? (first.startsWith('@') ? '@' : '') : (first as Location['modifier']);
  if (!['', '=', '^~', '~', '~*', '@'].includes(modifier))
    throw new ConfigError(`invalid location modifier "${first}" in ${file}:${line}`);
  let regExp: RegExp | undefined;
  try {
    if (modifier.startsWith('~')) regExp = boundedRegExp(pattern, modifier === '~*' ? 'i' : '');
  } catch {
    throw new ConfigError(`pcre2_compile() failed: invalid pattern in "${pattern}" in ${file}:${line}`);
  }
  const settings = applySettings(server, block, formats);
  const inner = block
    .filter(({ name }) => name === 'location')
    .flatMap((one) => buildLocations(one, settings, formats));
  return [buildLocation(modifier, pattern, regExp, block, settings), ...inner];
}

function buildLocation(
  modifier: Location['modifier'],
  pattern: string,
  regExp: RegExp | undefined,
  block: readonly Directive[],
  settings: Settings,
): Location {
  const find = (name: string): Directive | undefined => block.findLast((one) => one.name === name);
  const returned = find('return')?.args;
  const status = Number(returned?.[0]);
  const proxy = find('proxy_pass');
  if (proxy && !/^https?:\/\//.test(proxy.args[0] ?? ''))
    throw new ConfigError(`invalid URL prefix in ${proxy.file}:${proxy.line}`);
  return {
    modifier,
    pattern,
    regExp,
    settings,
    return:
      returned && (Number.isNaN(status) ? { status: 302, text: returned[0] } : { status, text: returned[1] }),
    rewrites: block
      .filter(({ name }) => name === 'rewrite')
      .map(({ args }) => ({
        regExp: boundedRegExp(args[0] ?? ''),
        replacement: args[1] ?? '',
        flag: args[2] ?? '',
      })),
    proxyPass: proxy?.args[0],
    alias: find('alias')?.args[0],
    denied:
      block.some(({ name, args }) => name === 'deny' && args[0] === 'all') &&
      !block.some(({ name }) => name === 'allow'),
    stubStatus: find('stub_status') !== undefined,
  };
}

/** The location for a path: exact, longest prefix with ^~, first regular expression, longest prefix. @see nginx location */
export function chooseLocation(server: Server, path: string): Location {
  const { locations, base } = server;
  const exact = locations.find(({ modifier, pattern }) => modifier === '=' && pattern === path);
  if (exact) return exact;
  const prefix = locations
    .filter(({ modifier, pattern }) => (modifier === '' || modifier === '^~') && path.startsWith(pattern))
    .reduce<Location | undefined>(
      (best, one) => (best && best.pattern.length >= one.pattern.length ? best : one),
      undefined,
    );
  if (prefix?.modifier === '^~') return prefix;
  return locations.find(({ regExp }) => regExp?.test(path)) ?? prefix ?? base;
}

/** The server for a Host header on a port. */
export function chooseServer(
  servers: readonly Server[],
  address: string,
  port: number,
  host: string,
): Server | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const listening = servers.filter((server) =>
    server.listens.some(
      (one) => one.port === port && (one.address === '0.0.0.0' || one.address === address || address === ''),
    ),
  );
  const byName = (matches: (pattern: string) => boolean): Server | undefined =>
    listening.find((server) => server.names.some(matches));
  return (
    byName((pattern) => pattern.toLowerCase() === name) ??
    byName((pattern) => pattern.startsWith('*.') && name.endsWith(pattern.slice(1).toLowerCase())) ??
    byName((pattern) => pattern.startsWith('~') && new RegExp(pattern.slice(1)).test(name)) ??
    byName(
      (pattern) =>
        pattern.endsWith('.*') && new RegExp(`^${escapeRegExp(pattern.slice(0, -2))}\\.`).test(name),
    ) ??
    listening.find((server) => server.listens.some((one) => one.port === port && one.isDefault)) ??
    listening[0]
  );
}
