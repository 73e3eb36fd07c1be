import { boundedRegExp } from '../../../lib/regexp/bounded-regexp.ts';

/** A `#`, `%` or `/` pattern is malformed; the message is BuildKit's. */
export class ShellPatternError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ShellPatternError';
  }
}

/**
 * `${value#pattern}` and, greedy, `${value##pattern}`.
 * @throws ShellPatternError
 * @see buildkit v0.22 frontend/dockerfile/shell/lex.go
 */
export function trimPrefix(value: string, pattern: string, greedy: boolean): string {
  const match = toRegExp(pattern, greedy, '^', '').exec(value);
  return match ? value.slice(match[0].length) : value;
}

/**
 * `${value%pattern}` and, greedy, `${value%%pattern}`: a prefix of the value read backwards, which finds the shortest.
 * @throws ShellPatternError
 */
export function trimSuffix(value: string, pattern: string, greedy: boolean): string {
  const reversed = trimPrefix(reverse(value), reversePattern(pattern), greedy);
  return reverse(reversed);
}

/** `${value/pattern/replacement}` and, for all, `${value//pattern/replacement}`. @throws ShellPatternError */
export function replacePattern(value: string, pattern: string, replacement: string, all: boolean): string {
  return value.replace(toRegExp(pattern, true, '', all ? 'g' : ''), () => replacement);
}

function toRegExp(pattern: string, greedy: boolean, prefix: string, flags: string): RegExp {
  const chars = [...pattern];
  let source = prefix;
  for (let index = 0; index < chars.length; index += 1) {
    const char = chars[index] ?? '';
    const next = chars[index + 1];
    if (char === '*') source += greedy ? '.*' : '.*?';
    else if (char === '?') source += '.';
    else if (char !== '\\') source += escapeRegExp(char);
    else if (next === '*' || next === '?' || next === '\\') {
      source += `\\${next}`;
      index += 1;
    } else if (next !== '}' && next !== '/') {
      const reason = `invalid escape '\\${next ?? '\uFFFD'}'`;
      throw new ShellPatternError(`invalid pattern (${pattern}) in substitution: ${reason}`);
    }
  }
  return boundedRegExp(source, `${flags}u`);
}

function escapeRegExp(char: string): string {
  return /[[\]{}.+()|^$/]/.test(char) ? `\\${char}` : char;
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}

/** Backwards, but an escaped character keeps its backslash before it: `a\*c` is `c\*a`. */
function reversePattern(pattern: string): string {
  const units: string[] = [];
  const chars = [...pattern];
  for (let index = 0; index < chars.length; index += 1) {
    const char = chars[index] ?? '';
    const next = chars[index + 1];
    if (char === '\\' && next !== undefined) {
      units.push(char + next);
      index += 1;
    } else units.push(char);
  }
  return units.reverse().join('');
}
