import { unescape } from '../builtins/escapes.ts';
import { quoteAlways } from '../variables.ts';
import { patternToRegExp } from './pattern.ts';

/** `${x#p} ${x##p} ${x%p} ${x%%p}` */
export function removeMatch(value: string, pattern: string, operator: string): string {
  const matcher = patternToRegExp(pattern);
  const chars = [...value];
  const shortest = operator.length === 1;
  const fromStart = operator.startsWith('#');
  for (let i = 0; i <= chars.length; i++) {
    const length = shortest ? i : chars.length - i;
    const piece = fromStart ? chars.slice(0, length) : chars.slice(chars.length - length);
    if (matcher.test(piece.join('')))
      return (fromStart ? chars.slice(length) : chars.slice(0, chars.length - length)).join('');
  }
  return value;
}

/** `${x/p/r} ${x//p/r} ${x/#p/r} ${x/%p/r}`; an unquoted `&` in the replacement is what matched. */
export function replaceMatch(value: string, pattern: string, replacement: string, operator: string): string {
  if (pattern === '' && operator !== '/#' && operator !== '/%') return value;
  const { source, flags } = patternToRegExp(pattern, { anchored: false });
  const anchored = operator === '/#' ? `^(?:${source})` : operator === '/%' ? `(?:${source})$` : source;
  let done = false;
  return value.replace(
    new RegExp(anchored, operator === '/%' || operator === '/#' ? flags : `${flags}g`),
    (match, ...rest) => {
      const offset = rest.findLast((item) => typeof item === 'number') as number;
      if (operator === '/' && done) return match;
      if (match === '' && operator === '//' && offset === value.length && value !== '') return match;
      done = true;
      return replacement.replace(/\\([\s\S])|&/g, (_all, escaped?: string) => escaped ?? match);
    },
  );
}

/** `${x^p} ${x^^p} ${x,p} ${x,,p}` */
export function changeCase(value: string, operator: string, pattern: string): string {
  const matcher = patternToRegExp(pattern);
  const up = operator.startsWith('^');
  const change = (char: string): string =>
    matcher.test(char) ? (up ? char.toUpperCase() : char.toLowerCase()) : char;
  const chars = [...value];
  return operator.length === 2
    ? chars.map(change).join('')
    : chars.map((char, index) => (index ? char : change(char))).join('');
}

/** `${x~}` and `${x~~}`: the other case, of the first letter or of all. */
export function toggleCase(value: string, all: boolean): string {
  const toggle = (char: string): string =>
    char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
  return [...value].map((char, index) => (all || index === 0 ? toggle(char) : char)).join('');
}

/** `${x@U}` and its like. */
export function transformValue(value: string, operator: string): string {
  switch (operator) {
    case 'U':
      return value.toUpperCase();
    case 'u':
      return value.charAt(0).toUpperCase() + value.slice(1);
    case 'L':
      return value.toLowerCase();
    case 'Q':
      return quoteAlways(value);
    case 'E':
      return unescape(value, 'printf').text;
    default:
      return value;
  }
}
