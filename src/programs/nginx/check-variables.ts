import { ConfigError, type Directive } from './parse-config.ts';
import type { VariableMap } from './settings.ts';
import { isKnownVariable } from './variables.ts';

/** Directives whose words may hold variables. */
const WITH_VARIABLES =
  /^(return|rewrite|set|proxy_pass|proxy_set_header|add_header|try_files|root|alias|if|log_format|access_log|error_page|map|hash)$/;

/** Refuses variables that nothing gives a value. @throws ConfigError */
export function checkVariables(http: readonly Directive[], maps: ReadonlyMap<string, VariableMap>): void {
  const made = new Set(maps.keys());
  gather(http, made);
  look(http, made);
}

function gather(directives: readonly Directive[], made: Set<string>): void {
  for (const { name, args, block } of directives) {
    if (name === 'set') made.add((args[0] ?? '').replace(/^\$/, ''));
    if (name === 'geo') made.add((args.at(-1) ?? '').replace(/^\$/, ''));
    for (const word of args) for (const [, group] of word.matchAll(/\(\?P?<(\w+)>/g)) made.add(group ?? '');
    if (block) gather(block, made);
  }
}

function look(directives: readonly Directive[], made: ReadonlySet<string>): void {
  for (const { name, args, block } of directives) {
    if (block && name !== 'map' && name !== 'types') look(block, made);
    if (!WITH_VARIABLES.test(name)) continue;
    const words = name === 'rewrite' ? args.slice(1) : name === 'map' ? args.slice(0, 1) : args;
    for (const [at, word] of words.entries()) {
      // The right side of a match in `if` is a regular expression.
      if (name === 'if' && /^!?~\*?$/.test(words[at - 1] ?? '')) continue;
      for (const [, braced, plain] of word.matchAll(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g)) {
        const variable = braced ?? plain ?? '';
        if (!made.has(variable) && !isKnownVariable(variable))
          throw new ConfigError(`unknown "${variable}" variable`);
      }
    }
  }
}
