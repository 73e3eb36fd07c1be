import { escapeRegExp } from '../../lib/regexp/posix-regexp.ts';
import { applySettings } from './apply-settings.ts';
import { buildLocation, buildLocations, compilePattern } from './build-location.ts';
import { checkConfig } from './check-config.ts';
import { UNSIMULATED } from './directives.ts';
import { ConfigError, type Directive } from './parse-config.ts';
import {
  COMBINED,
  DEFAULT_SETTINGS,
  type Location,
  type NginxConfig,
  type Server,
  type Settings,
  type VariableMap,
} from './settings.ts';
import { buildUpstreams } from './build-upstreams.ts';
import { checkVariables } from './check-variables.ts';

const named = (directives: readonly Directive[], name: string): Directive[] =>
  directives.filter((one) => one.name === name);

/** Turns directives into what the server works with. @throws ConfigError in nginx's words */
export function buildConfig(directives: readonly Directive[]): NginxConfig {
  checkConfig(directives);
  const find = (name: string): Directive | undefined => directives.findLast((one) => one.name === name);
  const http = find('http')?.block ?? [];
  if (!find('events')) throw new ConfigError('no "events" section in configuration');
  const formats = new Map([['combined', COMBINED]]);
  for (const { args } of named(http, 'log_format'))
    formats.set(args[0] ?? '', args.slice(args[1]?.startsWith('escape=') ? 2 : 1).join(''));
  const settings = applySettings(DEFAULT_SETTINGS, http, formats);
  const servers = named(http, 'server').map((one) => buildServer(one, settings, formats));
  const maps = new Map(
    named(http, 'map').map((one) => [(one.args[1] ?? '').replace(/^\$/, ''), buildMap(one)]),
  );
  checkVariables(http, maps);
  const workers = find('worker_processes')?.args[0];
  return {
    servers,
    upstreams: buildUpstreams(http),
    maps,
    logFormats: formats,
    pidFile: find('pid')?.args[0] ?? '/run/nginx.pid',
    errorLog: find('error_log')?.args[0] ?? '/var/log/nginx/error.log',
    daemon: find('daemon')?.args[0] !== 'off',
    workers: workers === 'auto' ? 0 : Number(workers ?? 1) || 1,
    user: find('user')?.args[0],
    warnings: conflicts(servers),
    unsimulated: [...UNSIMULATED].filter((name) => mentions(http, name)),
  };
}

function mentions(directives: readonly Directive[], name: string): boolean {
  return directives.some((one) => one.name === name || mentions(one.block ?? [], name));
}

/** Names that several servers of one port have: the first keeps them. */
function conflicts(servers: readonly Server[]): string[] {
  const seen = new Set<string>();
  return servers.flatMap(({ listens, names }) =>
    listens.flatMap(({ address, port }) =>
      (names.length > 0 ? names : ['']).flatMap((name) => {
        const key = `${name} ${address}:${port}`;
        if (seen.has(key)) return [`conflicting server name "${name}" on ${address}:${port}, ignored`];
        seen.add(key);
        return [];
      }),
    ),
  );
}

function buildMap(one: Directive): VariableMap {
  const exact = new Map<string, string>();
  const patterns: { regExp: RegExp; value: string }[] = [];
  let otherwise = '';
  for (const { name, args } of one.block ?? []) {
    const [value = ''] = args;
    if (name === 'default') otherwise = value;
    else if (name.startsWith('~'))
      patterns.push({
        regExp: compilePattern(name.replace(/^~\*?/, ''), name.startsWith('~*') ? 'i' : '', one),
        value,
      });
    else if (name !== 'hostnames' && name !== 'volatile')
      exact.set(name.replace(/^\\/, '').toLowerCase(), value);
  }
  return { source: one.args[0] ?? '', otherwise, exact, patterns };
}

function buildServer(
  { block = [] }: Directive,
  http: Settings,
  formats: ReadonlyMap<string, string>,
): Server {
  const settings = applySettings(http, block, formats);
  const listens = named(block, 'listen').map(parseListen);
  const seen = new Set<string>();
  for (const [at, { address, port }] of listens.entries()) {
    const { file, line } = named(block, 'listen')[at] ?? { file: '', line: 0 };
    if (port > 0 && seen.has(`${address}:${port}`))
      throw new ConfigError(`a duplicate listen ${address}:${port} in ${file}:${line}`);
    seen.add(`${address}:${port}`);
  }
  return {
    listens: listens.length
      ? listens.filter(({ port }) => port > 0)
      : [{ address: '0.0.0.0', port: 80, isDefault: false }],
    names: named(block, 'server_name').flatMap(({ args }) => args),
    settings,
    locations: named(block, 'location').flatMap((one) => buildLocations(one, settings, formats)),
    base: buildLocation({ modifier: '', pattern: '', regExp: undefined }, block, settings, formats),
  };
}

function parseListen(directive: Directive): { address: string; port: number; isDefault: boolean } {
  const [text = '', ...flags] = directive.args;
  const isDefault = flags.includes('default_server') || flags.includes('default');
  // Simplified: no IPv6; the addresses in brackets are listened on as their IPv4 twins, which real images have beside them.
  if (text.startsWith('[')) return { address: '0.0.0.0', port: 0, isDefault };
  const place = `of the "listen" directive in ${directive.file}:${directive.line}`;
  const match = /^(?:(\*|[\w.-]+):)?(\d+)$/.exec(text);
  if (match) {
    const port = Number(match[2]);
    if (port < 1 || port > 65535) throw new ConfigError(`invalid port in "${text}" ${place}`);
    const [, host = '*'] = match;
    return { address: host === '*' ? '0.0.0.0' : host === 'localhost' ? '127.0.0.1' : host, port, isDefault };
  }
  if (/^[\d.]+$/.test(text)) return { address: text, port: 80, isDefault };
  throw new ConfigError(`host not found in "${text}" ${place}`);
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
