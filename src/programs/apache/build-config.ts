import type { FileView } from '../../kernel/files/file-view.ts';
import { normalizePath } from '../../kernel/files/path.ts';
import { boundedRegExp } from '../../lib/regexp/bounded-regexp.ts';
import { ConfigError, directiveError, type ConfigNode } from './config-node.ts';
import { redirectRule } from './fold-settings.ts';
import { COMMON } from './access-log.ts';
import type { AccessLog, ApacheConfig, Host, ProxyRule, Section } from './settings.ts';

type Find = (name: string) => ConfigNode | undefined;

const all = (nodes: readonly ConfigNode[], name: string): ConfigNode[] =>
  nodes.filter((node) => node.name.toLowerCase() === name);

const finder =
  (nodes: readonly ConfigNode[]): Find =>
  (name) =>
    nodes.findLast((node) => node.name.toLowerCase() === name);

/** Turns checked directives into what the server works with. @throws ConfigError */
export function buildConfig(
  nodes: readonly ConfigNode[],
  serverRoot: string,
  modules: ReadonlySet<string>,
  files: FileView,
): ApacheConfig {
  const absolute = (path: string): string => normalizePath(path, serverRoot);
  const find = finder(nodes);
  const formats = new Map([['common', COMMON]]);
  for (const { args } of all(nodes, 'logformat'))
    if (args[1] !== undefined) formats.set(args[1], args[0] ?? '');
  const main = buildHost(nodes, undefined, formats, absolute);
  const hosts = all(nodes, '<virtualhost').map((node) => buildHost(node.block ?? [], { node, main, nodes }, formats, absolute)); // prettier-ignore
  if (!/^\d+$/.test(find('startservers')?.args[0] ?? '3'))
    throw directiveError(find('startservers') ?? NOWHERE, 'StartServers takes one argument, Number of child processes launched at server startup'); // prettier-ignore
  return {
    serverRoot,
    modules,
    listens: listensOf(nodes),
    main,
    hosts,
    balancers: new Map(
      all(nodes, '<proxy').map(({ args, block = [] }) => [
        (args[0] ?? '').replace(/\/$/, ''),
        all(block, 'balancermember').map((member) => member.args[0] ?? ''),
      ]),
    ),
    user: find('user')?.args[0] ?? '#-1',
    group: find('group')?.args[0] ?? '#-1',
    pidFile: absolute(find('pidfile')?.args[0] ?? 'logs/httpd.pid'),
    accessFile: find('accessfilename')?.args[0] ?? '.htaccess',
    serverTokens: find('servertokens')?.args[0] ?? 'Full',
    types: readTypes(files, absolute(find('typesconfig')?.args[0] ?? 'conf/mime.types')),
    startServers: Number(find('startservers')?.args[0] ?? 3),
    keepAliveSeconds: Number(find('keepalivetimeout')?.args[0] ?? 5),
    maxKeepAlive: Number(find('maxkeepaliverequests')?.args[0] ?? 100),
    notices: noticesOf(nodes),
  };
}

const NOWHERE = { file: '', line: 0 };

function listensOf(nodes: readonly ConfigNode[]): ApacheConfig['listens'] {
  const seen = new Set<string>();
  return all(nodes, 'listen').map((node) => {
    const [, host, port = ''] = /^(?:(.*):)?(\d+)$/.exec(node.args[0] ?? '') ?? [];
    // Simplified: no IPv6; its addresses are listened on as all of IPv4.
    const isAny = host === undefined || host === '*' || host.startsWith('[');
    const address = isAny ? '0.0.0.0' : host === 'localhost' ? '127.0.0.1' : host;
    if (seen.has(`${address}:${port}`))
      throw directiveError(node, 'Cannot define multiple Listeners on the same IP:port');
    seen.add(`${address}:${port}`);
    return { address, port: Number(port) };
  });
}

/** The main server, or a virtual host with what it inherits from that. */
function buildHost(
  own: readonly ConfigNode[],
  inside:
    { readonly node: ConfigNode; readonly main: Host; readonly nodes: readonly ConfigNode[] } | undefined,
  formats: ReadonlyMap<string, string>,
  absolute: (path: string) => string,
): Host {
  const find = finder(own);
  const main = inside?.main;
  const logs = all(own, 'customlog').map(({ args }): AccessLog => ({ path: logPath(args[0] ?? '', absolute), format: formats.get(args[1] ?? '') ?? args[1] ?? '' })); // prettier-ignore
  const transfers = all(own, 'transferlog').map(({ args }): AccessLog => ({ path: logPath(args[0] ?? '', absolute), format: COMMON })); // prettier-ignore
  const first = (name: string): string | undefined => find(name)?.args[0];
  const root = first('documentroot');
  const errorLog = first('errorlog');
  const isOn = (name: string, otherwise: boolean): boolean => first(name) === undefined ? otherwise : !/^off$/i.test(first(name) ?? ''); // prettier-ignore
  return {
    addresses: inside?.node.args.map(addressOf),
    serverName: first('servername')?.replace(/^\w+:\/\//, '') ?? undefined,
    aliases: all(own, 'serveralias').flatMap(({ args }) => args),
    admin: first('serveradmin') ?? main?.admin ?? 'you@example.com',
    documentRoot: root === undefined ? (main?.documentRoot ?? absolute('htdocs')) : absolute(root).replace(/(?<=.)\/$/, ''), // prettier-ignore
    errorLog: errorLog === undefined ? (main?.errorLog ?? absolute('logs/error_log')) : logPath(errorLog, absolute), // prettier-ignore
    logLevel: find('loglevel')?.args.find((word) => !word.includes(':'))?.toLowerCase() ?? main?.logLevel ?? 'warn', // prettier-ignore
    accessLogs: logs.length + transfers.length > 0 ? [...logs, ...transfers] : (main?.accessLogs ?? []),
    nodes: [...(inside?.nodes ?? []), ...own].filter(({ block }) => !block),
    sections: [...(main?.sections ?? []), ...own.flatMap((node) => sectionOf(node, absolute))],
    redirects: [...own.filter(isRedirect).map(redirectRule), ...(main?.redirects ?? [])],
    aliasRules: [...own.filter(({ name }) => /^(script)?alias(match)?$/i.test(name)).map((node) => aliasRule(node, absolute)), ...(main?.aliasRules ?? [])], // prettier-ignore
    proxies: [...proxyRules(own, 'proxypass'), ...(main?.proxies ?? [])],
    proxyReverses: [...proxyRules(own, 'proxypassreverse'), ...(main?.proxyReverses ?? [])],
    preserveHost: isOn('proxypreservehost', main?.preserveHost ?? false),
    signature: isOn('serversignature', main?.signature ?? false),
    trace: isOn('traceenable', main?.trace ?? true),
    keepAlive: isOn('keepalive', main?.keepAlive ?? true),
    file: inside?.node.file ?? '',
    line: inside?.node.line ?? 0,
  };
}

const isRedirect = ({ name }: ConfigNode): boolean => /^redirect/i.test(name);

function logPath(path: string, absolute: (path: string) => string): string {
  if (path.startsWith('|') || path.startsWith('syslog'))
    throw new ConfigError(`AH00014: Configuration check failed`);
  return absolute(path);
}

function addressOf(text: string): { address: string; port: number | undefined } {
  const [, host = '*', port] = /^(.*?)(?::(\d+|\*))?$/.exec(text) ?? [];
  const isAny = host === '*' || host === '_default_' || host.startsWith('[');
  return { address: isAny ? '*' : host, port: port === undefined || port === '*' ? undefined : Number(port) };
}

/** A section as it is matched; those of the kinds `Limit` and `If` are no sections of their own. */
function sectionOf(node: ConfigNode, absolute: (path: string) => string): Section[] {
  const [, kind, isMatch] = /^<(directory|files|location)(match)?$/i.exec(node.name) ?? [];
  if (kind === undefined) return [];
  const isPattern = isMatch !== undefined || node.args[0] === '~';
  const text = (node.args[0] === '~' ? node.args[1] : node.args[0]) ?? '';
  const name = kind.toLowerCase() as Section['kind'];
  const path = name === 'directory' && !isPattern ? absolute(text).replace(/(?<=.)\/$/, '') : text;
  const pattern = isPattern ? boundedRegExp(text) : path;
  const inner = (node.block ?? []).flatMap((one) => sectionOf(one, absolute));
  return [{ kind: name, pattern, nodes: node.block ?? [] }, ...inner];
}

function aliasRule(
  { name, args }: ConfigNode,
  absolute: (path: string) => string,
): Host['aliasRules'][number] {
  const [path = '', target = ''] = args;
  const isMatch = /match$/i.test(name);
  const full = absolute(target);
  return {
    path: isMatch ? boundedRegExp(path) : path,
    target: target.endsWith('/') && full !== '/' ? `${full}/` : full,
  };
}

/** ProxyPass and ProxyPassReverse of a server, with those in its locations. */
function proxyRules(nodes: readonly ConfigNode[], name: string): ProxyRule[] {
  return nodes.flatMap((node) => {
    if (/^<location$/i.test(node.name))
      return all(node.block ?? [], name).map(({ args }) => ({
        path: node.args[0] ?? '/',
        url: args[0] ?? '',
      }));
    if (node.name.toLowerCase() !== name) return [];
    return [{ path: node.args[0] ?? '/', url: node.args[1] ?? '' }];
  });
}

/** Extension → type of a file in the form of mime.types. */
function readTypes(files: FileView, path: string): ReadonlyMap<string, string> {
  if (!files.access(path, 4)) return new Map();
  return new Map(
    files
      .readText(path)
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => {
        const [type = '', ...extensions] = line.trim().split(/\s+/);
        return extensions.map((extension) => [extension.toLowerCase(), type] as const);
      }),
  );
}

function noticesOf(nodes: readonly ConfigNode[]): string[] {
  const names = new Set<string>();
  const collect = (list: readonly ConfigNode[]): void => {
    for (const { name, block } of list) {
      if (/^<(if|elseif|else)$/i.test(name)) names.add('<If>');
      if (/^(sethandler|addhandler|setoutputfilter|addoutputfilter)$/i.test(name)) names.add(name);
      if (block) collect(block);
    }
  };
  collect(nodes);
  return [...names].map((name) => `httpd: ${name} is not simulated and has no effect.`);
}
