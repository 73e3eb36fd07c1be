import { tableOf } from '../../lib/table.ts';
import { boundedRegExp } from '../../lib/regexp/bounded-regexp.ts';
import type { ConfigNode } from './config-node.ts';
import type { DirSettings, HeaderChange, RedirectRule } from './settings.ts';

const ALL_OVERRIDES = ['authconfig', 'fileinfo', 'indexes', 'limit', 'options'];

/** What holds where nothing is said. */
export const DEFAULT_SETTINGS: DirSettings = {
  options: new Set(['followsymlinks']),
  allowOverride: new Set(),
  directoryIndex: ['index.html'],
  directorySlash: true,
  fallback: undefined,
  errorDocuments: new Map(),
  types: new Map(),
  forceType: undefined,
  defaultCharset: undefined,
  etag: true,
  indexOptions: new Set(),
  indexIgnore: [],
  headers: [],
  requestHeaders: [],
  requires: undefined,
  authName: '',
  authUserFile: undefined,
  redirects: [],
  maxBodyBytes: Infinity,
};

/** Settings with the directives of one more section; access rules of a section stand in place of those before. */
export function foldSettings(from: DirSettings, nodes: readonly ConfigNode[]): DirSettings {
  const rules = nodes.filter(({ name }) => /^(require|<require|order|allow|deny|satisfy)/i.test(name));
  const start = rules.length > 0 ? { ...from, requires: rules } : from;
  // A section's first DirectoryIndex replaces what it inherits, further ones add to it.
  let fresh = true;
  return nodes.reduce((settings, node) => {
    const isIndex = /^directoryindex$/i.test(node.name);
    const folded = { ...settings, ...changeOf(settings, node, isIndex && fresh) };
    if (isIndex) fresh = false;
    return folded;
  }, start);
}

function changeOf(settings: DirSettings, node: ConfigNode, fresh: boolean): Partial<DirSettings> {
  const { args } = node;
  const [first = ''] = args;
  switch (node.name.toLowerCase()) {
    case 'options': return { options: mergeOptions(settings.options, args) };
    case 'allowoverride': return { allowOverride: overridesOf(args) };
    case 'directoryindex': return { directoryIndex: first.toLowerCase() === 'disabled' ? [] : fresh ? args : [...settings.directoryIndex, ...args] };
    case 'directoryslash': return { directorySlash: first.toLowerCase() === 'on' };
    case 'fallbackresource': return { fallback: first.toLowerCase() === 'disabled' ? undefined : first };
    case 'errordocument': return { errorDocuments: new Map([...settings.errorDocuments, [Number(first), textOf(node)]]) };
    case 'addtype': return { types: new Map([...settings.types, ...args.slice(1).map((extension) => [extension.replace(/^\./, '').toLowerCase(), first] as const)]) };
    case 'forcetype': return { forceType: first.toLowerCase() === 'none' ? undefined : first };
    case 'adddefaultcharset': return { defaultCharset: first.toLowerCase() === 'off' ? undefined : first.toLowerCase() === 'on' ? 'iso-8859-1' : first };
    case 'fileetag': return { etag: first.toLowerCase() !== 'none' };
    case 'indexoptions': return { indexOptions: mergeOptions(settings.indexOptions, args) };
    case 'indexignore': return { indexIgnore: [...settings.indexIgnore, ...args] };
    case 'header': return { headers: [...settings.headers, headerChange(args)] };
    case 'requestheader': return { requestHeaders: [...settings.requestHeaders, headerChange(args)] };
    case 'authname': return { authName: first };
    case 'authuserfile': return { authUserFile: first };
    case 'limitrequestbody': return { maxBodyBytes: Number(first) || Infinity };
    case 'redirect': case 'redirectmatch': case 'redirecttemp': case 'redirectpermanent':
      return { redirects: [...settings.redirects, redirectRule(node)] };
    default: return {};
  }
} // prettier-ignore

/** The argument of ErrorDocument: a text keeps the quote it began with, as in httpd, to be told from a path. */
function textOf({ raw, args }: ConfigNode): string {
  const isText = /^\S+\s+"/.test(raw) && !/^(\/|\w+:\/\/)/.test(args[1] ?? '');
  return isText || !/^(\/|\w+:\/\/)/.test(args[1] ?? '') ? `"${args[1] ?? ''}` : (args[1] ?? '');
}

function mergeOptions(old: ReadonlySet<string>, words: readonly string[]): ReadonlySet<string> {
  const relative = words.length > 0 && words.every((word) => /^[+-]/.test(word));
  const options = new Set(relative ? old : []);
  for (const word of words) {
    const name = (word.replace(/^[+-]/, '').split('=')[0] ?? '').toLowerCase();
    if (word.startsWith('-')) options.delete(name);
    else if (name === 'all') for (const one of ['indexes', 'includes', 'followsymlinks', 'symlinksifownermatch', 'execcgi']) options.add(one);
    else if (name !== 'none') options.add(name);
  }
  return options;
} // prettier-ignore

function overridesOf(words: readonly string[]): ReadonlySet<string> {
  const names = words.map((word) => (word.split('=')[0] ?? '').toLowerCase());
  if (names.includes('all')) return new Set(ALL_OVERRIDES);
  return new Set(names.filter((name) => name !== 'none'));
}

function headerChange(args: readonly string[]): HeaderChange {
  const [condition = ''] = args;
  const hasCondition = /^(always|onsuccess)$/i.test(condition);
  const [action = '', name = '', value = '', replacement = ''] = hasCondition ? args.slice(1) : args;
  return {
    action: action.toLowerCase(),
    name,
    value,
    replacement,
    always: condition.toLowerCase() === 'always',
  };
}

const REDIRECT_WORDS: Readonly<Record<string, number>> = tableOf({
  permanent: 301,
  temp: 302,
  seeother: 303,
  gone: 410,
});

/** `Redirect [status] path [url]` and its relatives. */
export function redirectRule({ name, args }: ConfigNode): RedirectRule {
  const lower = name.toLowerCase();
  const [first = ''] = args;
  const word = REDIRECT_WORDS[first.toLowerCase()] ?? (/^\d{3}$/.test(first) ? Number(first) : undefined);
  const [path = '', url = ''] = word === undefined ? args : args.slice(1);
  const status = lower === 'redirectpermanent' ? 301 : (word ?? 302);
  return { status, path: lower === 'redirectmatch' ? boundedRegExp(path) : path, url };
}
