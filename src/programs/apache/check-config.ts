import { tableOf } from '../../lib/table.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { directiveError, type ConfigNode } from './config-node.ts';
import { findRule, type Place } from './directives.ts';
import { LOG_LEVELS } from './log-level.ts';
import { REASONS } from '../http/http-message.ts';

const OPTIONS = new Set(['none', 'all', 'indexes', 'includes', 'includesnoexec', 'followsymlinks', 'symlinksifownermatch', 'execcgi', 'multiviews']); // prettier-ignore
const OVERRIDES = new Set(['none', 'all', 'authconfig', 'fileinfo', 'indexes', 'limit', 'options']);
const HEADER_ACTIONS = new Set([
  'add',
  'set',
  'setifempty',
  'append',
  'merge',
  'unset',
  'echo',
  'note',
  'edit',
  'edit*',
]);

/** Checks directives, and those in their sections, in the order in which httpd would carry them out. @throws ConfigError in httpd's words */
export function checkConfig(
  nodes: readonly ConfigNode[],
  place: Place,
  modules: ReadonlySet<string>,
  files: FileView,
): void {
  for (const node of nodes) {
    const rule = findRule(node.name, modules);
    if (!rule)
      throw directiveError(
        node,
        `Invalid command '${node.name}', perhaps misspelled or defined by a module not included in the server configuration`,
      );
    if (!rule.places.includes(place)) throw directiveError(node, `${shown(node)} not allowed here`);
    if (node.block) {
      checkSection(node);
      checkConfig(
        node.block,
        node.name.toLowerCase() === '<virtualhost' ? 'v' : placeIn(place),
        modules,
        files,
      );
      continue;
    }
    if (node.args.length < rule.min || node.args.length > rule.max)
      throw directiveError(node, `${node.name} ${rule.usage}`);
    const problem = CHECKS[node.name.toLowerCase()]?.(node, files);
    if (problem !== undefined) throw directiveError(node, problem);
  }
}

const placeIn = (place: Place): Place => (place === 'h' ? 'h' : 'd');

const shown = ({ name }: ConfigNode): string => (name.startsWith('<') ? `${name}>` : name);

function checkSection(node: ConfigNode): void {
  const name = node.name.slice(1);
  if (!/^require/i.test(name) && !/^else$/i.test(name) && node.args.length === 0)
    throw directiveError(node, `<${name}> directive requires additional arguments`);
}

type Check = (node: ConfigNode, files: FileView) => string | undefined;

const onOff: Check = ({ name, args }) =>
  /^(on|off)$/i.test(args[0] ?? '') ? undefined : `${name} must be On or Off`;

function checkOptions({ args }: ConfigNode): string | undefined {
  const signs = args.map((word) => /^[+-]/.test(word));
  if (signs.includes(true) && signs.includes(false))
    return 'Either all Options must start with + or -, or no Option may.';
  const bad = args.find((word) => !OPTIONS.has(word.replace(/^[+-]/, '').toLowerCase()));
  return bad === undefined ? undefined : `Illegal option ${bad.replace(/^[+-]/, '')}`;
}

function checkListen({ args }: ConfigNode): string | undefined {
  const [, , port] = /^(.*:)?([^:]*)$/.exec(args[0] ?? '') ?? [];
  if (port === undefined || !/^\d+$/.test(port)) return 'Port must be specified';
  return Number(port) < 1 || Number(port) > 65535 ? 'Invalid address or port' : undefined;
}

function checkRedirect({ name, args }: ConfigNode): string | undefined {
  const [first = '', second] = args;
  const status = /^(permanent|temp|seeother|gone|\d+)$/i.test(first) ? first.toLowerCase() : undefined;
  if (status === undefined && !/^[/^(.]/.test(first) && args.length < 2)
    return 'URL to redirect to is missing';
  const [path, url] = status === undefined ? [first, second] : [second, args[2]];
  const needsUrl = status !== 'gone' && !(/^\d+$/.test(status ?? '') && !/^3/.test(status ?? ''));
  if (path === undefined || (needsUrl && url === undefined)) return 'URL to redirect to is missing';
  if (!needsUrl && url !== undefined) return 'Redirect URL not valid for this status';
  if (url !== undefined && !/^(\w+:|\/|\$)/.test(url) && !/match/i.test(name)) return 'Redirect to non-URL';
  return undefined;
}

function checkRequire({ args }: ConfigNode): string | undefined {
  const words = args[0]?.toLowerCase() === 'not' ? args.slice(1) : args;
  const [kind = '', ...values] = words;
  switch (kind.toLowerCase()) {
    case 'all':
      return /^(granted|denied)$/i.test(values[0] ?? '') && values.length === 1
        ? undefined
        : `Require all: expected 'granted' or 'denied' as argument`;
    case 'valid-user':
    case 'local':
    case 'user':
    case 'group':
    case 'host':
    case 'ip':
    case 'method':
    case 'env':
    case 'expr':
      return undefined;
    default:
      return `Unknown Authz provider: ${kind}`;
  }
}

const CHECKS: Readonly<Record<string, Check>> = tableOf({
  keepalive: onOff,
  directoryslash: onOff,
  proxypreservehost: onOff,
  proxyrequests: onOff,
  options: checkOptions,
  listen: checkListen,
  redirect: checkRedirect,
  redirectmatch: checkRedirect,
  require: checkRequire,
  allowoverride: ({ args }) => {
    const bad = args.find((word) => !OVERRIDES.has((word.split('=')[0] ?? '').toLowerCase()));
    return bad === undefined ? undefined : `Illegal override option ${bad}`;
  },
  documentroot: ({ args }, files) =>
    files.statIfAny(args[0] ?? '')?.type === 'directory'
      ? undefined
      : `DocumentRoot '${args[0] ?? ''}' is not a directory, or is not readable`,
  loglevel: ({ args }) =>
    args.every((word) => LOG_LEVELS.includes((word.split(':').at(-1) ?? '').toLowerCase()))
      ? undefined
      : 'Log level keyword must be one of emerg/alert/crit/error/warn/notice/info/debug/trace1/.../trace8',
  errordocument: ({ args }) =>
    /^[45]\d\d$/.test(args[0] ?? '') && REASONS[Number(args[0])] !== undefined
      ? undefined
      : `Unsupported HTTP response code ${args[0] ?? ''}`,
  alias: ({ args }) => (args.length < 2 ? 'Alias must have two arguments when used globally' : undefined),
  header: ({ args }) => {
    const [action = ''] = args[0]?.toLowerCase() === 'always' || args[0]?.toLowerCase() === 'onsuccess' ? args.slice(1) : args;
    if (!HEADER_ACTIONS.has(action.toLowerCase()))
      return "first argument must be 'add', 'set', 'setifempty', 'append', 'merge', 'unset', 'echo', 'note', 'edit', or 'edit*'.";
    return !/^(unset|echo)$/i.test(action) && args.length < 3 ? 'Header requires three arguments' : undefined;
  },
  proxypass: ({ args }) => {
    const [first = '', second] = args;
    if (second === undefined)
      return /^\w+:\/\//.test(first) ? undefined : 'ProxyPass|ProxyPassMatch needs a path when not defined in a location';
    if (second === '!' || /^\w+=/.test(second)) return undefined;
    if (!/^\w+:\/\//.test(second)) return `ProxyPass URL must be absolute!: ${second}`;
    return /^https?:/i.test(second) && !URL.canParse(second) ? `ProxyPass Unable to parse URL: ${second}` : undefined;
  },
}); // prettier-ignore
