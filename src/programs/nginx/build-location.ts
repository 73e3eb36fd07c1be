import { boundedRegExp } from '../../lib/regexp/bounded-regexp.ts';
import { accessRules, applySettings } from './apply-settings.ts';
import { ConfigError, type Directive } from './parse-config.ts';
import type { Location, Settings, Step } from './settings.ts';

type Formats = ReadonlyMap<string, string>;

/** What a location is before its block is read. */
type Head = Pick<Location, 'modifier' | 'pattern' | 'regExp'>;

/** A regular expression of the configuration. @throws ConfigError */
export function compilePattern(pattern: string, flags: string, { file, line }: Directive): RegExp {
  try {
    return boundedRegExp(pattern, flags);
  } catch {
    const why = /\((?![^]*\))/.test(pattern) ? 'missing closing parenthesis' : 'invalid pattern';
    throw new ConfigError(`pcre2_compile() failed: ${why} in "${pattern}" in ${file}:${line}`);
  }
}

/** A location and those inside of it. @throws ConfigError */
export function buildLocations(one: Directive, outer: Settings, formats: Formats, parent?: Head): Location[] {
  const { args, block = [], file, line } = one;
  const [first = '', second] = args;
  const [modifier, pattern] = second === undefined ? splitModifier(first) : [first, second];
  if (!['', '=', '^~', '~', '~*', '@'].includes(modifier))
    throw new ConfigError(`invalid location modifier "${first}" in ${file}:${line}`);
  if (parent && modifier === '@')
    throw new ConfigError(`named location "${pattern}" can be on the server level only in ${file}:${line}`);
  if (parent && !modifier.startsWith('~') && !parent.regExp && !pattern.startsWith(parent.pattern))
    throw new ConfigError(`location "${pattern}" is outside location "${parent.pattern}" in ${file}:${line}`);
  const isPattern = modifier.startsWith('~');
  const head: Head = {
    modifier: modifier as Location['modifier'],
    pattern,
    regExp: isPattern ? compilePattern(pattern, modifier === '~*' ? 'i' : '', one) : undefined,
  };
  const settings = applySettings(outer, block, formats);
  const inner = block
    .filter(({ name }) => name === 'location')
    .flatMap((child) => buildLocations(child, settings, formats, head));
  return [buildLocation(head, block, settings, formats), ...inner];
}

/** `=/a` and `@x` are written in one word. */
function splitModifier(word: string): [modifier: string, pattern: string] {
  if (word.startsWith('@')) return ['@', word];
  const match = /^(=|\^~|~\*|~)(.+)$/.exec(word);
  return match ? [match[1] ?? '', match[2] ?? ''] : ['', word];
}

/** A location with these directives; `outer` is what an `if` in it inherits its handler from. @throws ConfigError */
export function buildLocation(
  head: Head,
  block: readonly Directive[],
  settings: Settings,
  formats: Formats,
  outer?: Location,
): Location {
  const find = (name: string): Directive | undefined => block.findLast((one) => one.name === name);
  const proxy = find('proxy_pass');
  if (proxy) checkProxy(proxy, head, outer !== undefined);
  const except = find('limit_except');
  const location: Location = {
    ...head,
    settings,
    steps: [],
    proxyPass: proxy?.args[0] ?? outer?.proxyPass,
    alias: find('alias')?.args[0] ?? outer?.alias,
    internal: find('internal') !== undefined,
    stubStatus: find('stub_status') !== undefined || outer?.stubStatus === true,
    except: except && {
      methods: except.args.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method.toUpperCase()])),
      access: accessRules(except.block ?? []),
    },
  };
  const steps = block.flatMap((one) => stepOf(one, location, formats));
  return { ...location, steps };
}

function checkProxy({ args, file, line }: Directive, { modifier }: Head, isInIf: boolean): void {
  const [url = ''] = args;
  if (!/^(https?:\/\/|\$)/.test(url)) throw new ConfigError(`invalid URL prefix in ${file}:${line}`);
  const hasUri = /^https?:\/\/[^/$]+\//.test(url) && !url.includes('$');
  if (hasUri && (modifier.startsWith('~') || modifier === '@' || isInIf))
    throw new ConfigError(
      `"proxy_pass" cannot have URI part in location given by regular expression, or inside named location, or inside "if" statement, or inside "limit_except" block in ${file}:${line}`,
    );
}

/** A directive of the rewrite module as a step. */
function stepOf(one: Directive, location: Location, formats: Formats): Step[] {
  const { name, args, block = [], file, line } = one;
  const [first = '', second = '', third = ''] = args;
  switch (name) {
    case 'set':
      return [{ kind: 'set', name: first.slice(1), value: second }];
    case 'break':
      return [{ kind: 'break' }];
    case 'return': {
      const status = Number(first);
      return [
        Number.isNaN(status)
          ? { kind: 'return', status: 302, text: first }
          : { kind: 'return', status, text: args[1] },
      ];
    }
    case 'rewrite':
      if (third !== '' && !['last', 'break', 'redirect', 'permanent'].includes(third))
        throw new ConfigError(`invalid parameter "${third}" in ${file}:${line}`);
      return [
        {
          kind: 'rewrite',
          regExp: compilePattern(first, '', one),
          replacement: second,
          flag: third,
        },
      ];
    case 'if': {
      const settings = { ...applySettings(location.settings, block, formats), tryFiles: location.settings.tryFiles }; // prettier-ignore
      return [
        { kind: 'if', condition: conditionOf(one), inner: buildLocation(location, block, settings, formats, location) },
      ];
    }
    default:
      return [];
  }
} // prettier-ignore

/** The words between the parentheses of `if (…)`. @throws ConfigError */
function conditionOf({ args, file, line }: Directive): string[] {
  const text = args.join('\u0000');
  const inside = /^\(([^]*)\)$/.exec(text)?.[1];
  if (inside === undefined)
    throw new ConfigError(`invalid condition "${args.join(' ').replace(/^\(/, '')}" in ${file}:${line}`);
  const words = inside.split('\u0000').filter((word) => word !== '');
  const isTest = /^!?-[fdex]$/.test(words[0] ?? '');
  if (!isTest && !words[0]?.startsWith('$'))
    throw new ConfigError(`invalid condition "${words[0] ?? ''}" in ${file}:${line}`);
  if (!isTest && words[1] !== undefined && !/^(=|!=|~|~\*|!~|!~\*)$/.test(words[1]))
    throw new ConfigError(`unexpected "${words[1]}" in condition in ${file}:${line}`);
  return words;
}
