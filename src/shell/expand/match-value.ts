import type { Process } from '../../kernel/process.ts';
import type { Steps } from '../maybe.ts';
import { patternToRegExp } from './pattern.ts';
import { boundedRegExp } from '../../lib/regexp/bounded-regexp.ts';

/** `${x#p} ${x##p} ${x%p} ${x%%p}` */
export function removeMatch(value: string, pattern: string, operator: string): string {
  if (/[?*+@!]\(/.test(pattern)) return removeExtended(value, pattern, operator);
  const { source } = patternToRegExp(pattern, { anchored: false, greedy: operator !== '#' });
  switch (operator) {
    case '#':
    case '##':
      return value.slice(boundedRegExp(`^(?:${source})`, 'su').exec(value)?.[0].length ?? 0);
    case '%': {
      // The text before takes what it can, so that the match begins as late as possible.
      const kept = boundedRegExp(`^(.*)(?:${source})$`, 'su').exec(value)?.[1];
      return kept ?? value;
    }
    default: {
      const match = boundedRegExp(`(?:${source})$`, 'su').exec(value);
      return match ? value.slice(0, match.index) : value;
    }
  }
}

/** With extended patterns the first match that a regular expression finds need not be the shortest or longest: each length is tried. */
function removeExtended(value: string, pattern: string, operator: string): string {
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

/** Matches between two looks at the clock. */
const STRIDE = 2000;

/** `${x/p/r} ${x//p/r} ${x/#p/r} ${x/%p/r}`; an unquoted `&` in the replacement is what matched. */
export function* replaceMatch(
  proc: Process,
  value: string,
  pattern: string,
  replacement: string,
  operator: string,
): Steps<string> {
  if (pattern === '' && operator !== '/#' && operator !== '/%') return value;
  const { source, flags } = patternToRegExp(pattern, { anchored: false });
  const anchored = operator === '/#' ? `^(?:${source})` : operator === '/%' ? `(?:${source})$` : source;
  const global = operator === '/%' || operator === '/#' ? flags : `${flags}g`;
  const matcher = boundedRegExp(anchored, global, { longest: true });
  const special = /[\\&]/.test(replacement);
  let result = '';
  let last = 0;
  let count = 0;
  for (let match = matcher.exec(value); match; match = matcher.exec(value)) {
    const [found] = match;
    if (found === '' && operator === '//' && match.index === value.length && value !== '') break;
    const text = special
      ? replacement.replace(/\\([\s\S])|&/g, (_all, escaped?: string) => escaped ?? found)
      : replacement;
    result += value.slice(last, match.index) + text;
    last = match.index + found.length;
    if (operator !== '//') break;
    if (found === '') matcher.lastIndex++;
    const turn = ++count % STRIDE === 0 ? proc.tick(STRIDE) : undefined;
    if (turn) yield turn;
  }
  return result + value.slice(last);
}
