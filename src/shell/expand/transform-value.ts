import { unescape } from '../builtins/escapes.ts';
import { quoteAlways } from '../variables.ts';
import { patternToRegExp } from './pattern.ts';

/** `${x^p} ${x^^p} ${x,p} ${x,,p}` */
export function changeCase(value: string, operator: string, pattern: string): string {
  const up = operator.startsWith('^');
  if (pattern === '?' && operator.length === 2) return up ? value.toUpperCase() : value.toLowerCase();
  const matcher = patternToRegExp(pattern);
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
