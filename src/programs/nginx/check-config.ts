import { tableOf } from '../../lib/table.ts';
import { findRule, FREE_BLOCKS, type DirectiveRule } from './directives.ts';
import { ConfigError, type Directive } from './parse-config.ts';
import { parseSeconds, parseSize } from './units.ts';

/** The letter of the place that a block makes, as the table of directives has it. */
const PLACES: Readonly<Record<string, string>> = tableOf({
  events: 'e',
  http: 'h',
  server: 's',
  location: 'l',
  upstream: 'u',
  if: 'i',
  limit_except: 'x',
});

/** Several of these in a block add to each other only from one block to the next. */
function at({ file, line }: Directive, text: string): ConfigError {
  return new ConfigError(`${text} in ${file}:${line}`);
}

/** Checks names, places, numbers of arguments and simple values. @throws ConfigError in nginx's words @see nginx ngx_conf_file.c */
export function checkConfig(directives: readonly Directive[], place = 'm'): void {
  const seen = new Set<string>();
  const locations = new Set<string>();
  for (const one of directives) {
    const { name, args, block } = one;
    const rule = findRule(name);
    if (!rule) throw at(one, `unknown directive "${name}"`);
    if (!rule.places.includes(place)) throw at(one, `"${name}" directive is not allowed here`);
    const wantsBlock = rule.block || (name === 'server' && place === 'h');
    if (block && !wantsBlock) throw at(one, `directive "${name}" is not terminated by ";"`);
    if (!block && wantsBlock) throw at(one, `directive "${name}" has no opening "{"`);
    if (args.length < rule.min || args.length > rule.max || (name === 'server' && place === 'u' && args.length === 0))
      throw at(one, `invalid number of arguments in "${name}" directive`);
    if (rule.once && seen.has(name)) throw at(one, `"${name}" directive is duplicate`);
    seen.add(name);
    checkValue(one, rule);
    if (name === 'location') {
      const key = args.join(' ');
      if (locations.has(key)) throw at(one, `duplicate location "${args.at(-1) ?? ''}"`);
      locations.add(key);
    }
    if (block && !FREE_BLOCKS.has(name)) checkConfig(block, PLACES[name] ?? place);
  }
} // prettier-ignore

function checkValue(one: Directive, { value }: DirectiveRule): void {
  const [first = ''] = one.args;
  if (value === 'flag' && !/^(on|off)$/i.test(first))
    throw at(one, `invalid value "${first}" in "${one.name}" directive, it must be "on" or "off"`);
  const wrong =
    (value === 'size' && parseSize(first) === undefined) ||
    (value === 'time' && parseSeconds(first) === undefined) ||
    (one.name === 'keepalive_timeout' && parseSeconds(first) === undefined) ||
    (one.name === 'expires' && !/^(off|epoch|max|\$\w+|modified|@?[-+]?\d+(ms|[smhdwMy])?)$/.test(first));
  if (wrong) throw at(one, `"${one.name}" directive invalid value`);
  if (one.name === 'set' && !first.startsWith('$')) throw at(one, `invalid variable name "${first}"`);
  if (/^(allow|deny)$/.test(one.name) && !/^(all|unix:|[\d.]+(\/\d+)?|[\da-fA-F:]+(\/\d+)?)$/.test(first))
    throw at(one, `invalid parameter "${first}"`);
  if (one.name === 'error_page')
    for (const word of one.args.slice(0, -1))
      if (!/^(=\d*|[345]\d\d)$/.test(word)) throw at(one, `invalid value "${word}"`);
}
