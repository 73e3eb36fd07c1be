import { withFlags } from '../../lib/regexp/bounded-regexp.ts';

/** A text with replacements made, and how many. */
export interface Substituted {
  readonly text: string;
  readonly count: number;
}

/** sub and gsub: `&` in the replacement is what matched, `\\&` an ampersand. @see POSIX awk, "String Functions" */
export function substitute(pattern: RegExp, replacement: string, text: string, all: boolean): Substituted {
  const global = withFlags(pattern, `${pattern.flags.replace('g', '')}g`);
  let result = '';
  let from = 0;
  let count = 0;
  let lastWasText = false;
  for (const match of text.matchAll(global)) {
    const end = match.index + match[0].length;
    // Nothing is not found again right behind something.
    if (match[0] === '' && match.index === from && lastWasText) continue;
    result += text.slice(from, match.index) + expand(replacement, match[0]);
    lastWasText = match[0] !== '';
    from = end;
    count++;
    if (!all) break;
  }
  return { text: result + text.slice(from), count };
}

function expand(replacement: string, matched: string): string {
  return replacement.replace(/\\\\&|\\&|\\\\|&/g, (token) => {
    if (token === '&') return matched;
    if (token === '\\&') return '&';
    return token === '\\\\&' ? `\\${matched}` : token;
  });
}

/** gawk's gensub: `\1` to `\9` are groups; `how` is `g` or which match to replace. */
export function gensub(pattern: RegExp, replacement: string, how: string, text: string): string {
  const global = withFlags(pattern, `${pattern.flags.replace('g', '')}g`);
  const wanted = /^[gG]/.test(how) ? 0 : Math.max(1, Number.parseInt(how, 10) || 1);
  let seen = 0;
  return text.replace(global, (matched: string, ...rest: unknown[]) => {
    seen++;
    if (wanted !== 0 && seen !== wanted) return matched;
    return replacement.replace(/\\([0-9&\\])|&/g, (token, escape: string | undefined) => {
      if (token === '&' || escape === '0') return matched;
      if (escape === '&' || escape === '\\') return escape;
      const group = rest[Number(escape) - 1];
      return typeof group === 'string' ? group : '';
    });
  });
}
