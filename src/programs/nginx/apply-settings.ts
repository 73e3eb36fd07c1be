import { ConfigError, type Directive } from './parse-config.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { parseSeconds, parseSize } from './units.ts';

/** Directives of the access module, in order. */
export function accessRules(directives: readonly Directive[]): Settings['access'] {
  return directives
    .filter(({ name }) => name === 'allow' || name === 'deny')
    .map(({ name, args }) => ({ allow: name === 'allow', who: args[0] ?? '' }));
}

/** The settings of a block: what it says, and what it inherits. Lists are inherited only where the block has none of its own. */
export function applySettings(from: Settings, directives: readonly Directive[], formats: ReadonlyMap<string, string>): Settings {
  const settings = { ...from, tryFiles: undefined } as Settings;
  const errorPages: Settings['errorPages'] extends ReadonlyMap<infer K, infer V> ? Map<K, V> : never = new Map();
  const own = { headers: [] as Settings['addHeaders'][number][], logs: [] as Settings['accessLogs'][number][], proxy: [] as (readonly [string, string])[], hidden: [] as string[], off: false };
  for (const one of directives) {
    const { name, args, block } = one;
    const [first = '', second = ''] = args;
    const on = first.toLowerCase() === 'on';
    switch (name) {
      case 'root': settings.root = first.replace(/(?<=.)\/$/, ''); break;
      case 'index': settings.index = args; break;
      case 'autoindex': settings.autoindex = on; break;
      case 'default_type': settings.defaultType = first; break;
      case 'charset': settings.charset = first === 'off' ? undefined : first; break;
      case 'types': settings.types = new Map((block ?? []).flatMap((type) => type.args.map((extension) => [extension, type.name] as const))); break;
      case 'server_tokens': settings.serverTokens = first !== 'off'; break;
      case 'client_max_body_size': settings.maxBodyBytes = parseSize(first) || Infinity; break;
      case 'try_files': settings.tryFiles = args; break;
      case 'add_header': own.headers.push({ name: first, value: second, always: args[2] === 'always' }); break;
      case 'expires': settings.expires = first === 'off' ? undefined : args.at(-1); break;
      case 'proxy_set_header': own.proxy.push([first, second]); break;
      case 'proxy_hide_header': own.hidden.push(first.toLowerCase()); break;
      case 'proxy_redirect': settings.proxyRedirect = first !== 'off'; break;
      case 'proxy_next_upstream': settings.nextUpstream = args; break;
      case 'proxy_intercept_errors': settings.interceptErrors = on; break;
      case 'auth_basic': settings.authRealm = first === 'off' ? undefined : first; break;
      case 'auth_basic_user_file': settings.authFile = first.startsWith('/') ? first : `/etc/nginx/${first}`; break;
      case 'satisfy': settings.satisfyAny = first === 'any'; break;
      case 'resolver': settings.resolverSeconds = resolverSeconds(args); break;
      case 'absolute_redirect': settings.absoluteRedirect = on; break;
      case 'port_in_redirect': settings.portInRedirect = on; break;
      case 'error_page': addErrorPage(errorPages, args); break;
      case 'access_log':
        if (first === 'off') own.off = true;
        else own.logs.push({ path: first, format: formatOf(one, /=/.test(second) ? 'combined' : second || 'combined', formats) });
        break;
      default: break;
    }
  }
  if (errorPages.size > 0) settings.errorPages = errorPages;
  if (own.headers.length > 0) settings.addHeaders = own.headers;
  if (own.hidden.length > 0) settings.proxyHidden = own.hidden;
  if (own.off || own.logs.length > 0) settings.accessLogs = own.off ? [] : own.logs;
  const access = accessRules(directives);
  if (access.length > 0) settings.access = access;
  if (own.proxy.length > 0) {
    const names = new Set(own.proxy.map(([name]) => name.toLowerCase()));
    settings.proxyHeaders = [...DEFAULT_SETTINGS.proxyHeaders.filter(([name]) => !names.has(name.toLowerCase())), ...own.proxy];
  }
  return settings;
} // prettier-ignore

/** Docker's name server says that its answers hold for ten minutes; `valid=` says otherwise. */
const DNS_TTL_SECONDS = 600;

function resolverSeconds(args: readonly string[]): number {
  const valid = args.find((word) => word.startsWith('valid='));
  return valid === undefined ? DNS_TTL_SECONDS : (parseSeconds(valid.slice(6)) ?? DNS_TTL_SECONDS);
}

function formatOf({ file, line }: Directive, name: string, formats: ReadonlyMap<string, string>): string {
  const format = formats.get(name);
  if (format === undefined) throw new ConfigError(`unknown log format "${name}" in ${file}:${line}`);
  return format;
}

function addErrorPage(
  pages: Map<number, { uri: string; status: number | 'answer' | undefined }>,
  args: readonly string[],
): void {
  const uri = args.at(-1) ?? '';
  const override = args.find((word) => word.startsWith('='));
  const status = override === undefined ? undefined : override === '=' ? 'answer' : Number(override.slice(1));
  for (const code of args.slice(0, -1)) if (/^\d+$/.test(code)) pages.set(Number(code), { uri, status });
}
