import { boundedRegExp } from '../lib/regexp/bounded-regexp.ts';

const MOST_LENGTH = 1000;

/**
 * A regular expression of a lesson, which may be anybody's: JavaScript's syntax, matched in a time that the text's length bounds. @throws Error for
 * what is none, or is too big
 */
export function readPattern(pattern: string, flags = 'm'): RegExp {
  if (pattern.length > MOST_LENGTH) throw new Error(`a regular expression of over ${MOST_LENGTH} characters`);
  try {
    return boundedRegExp(pattern, flags);
  } catch {
    throw new Error(`not a regular expression: ${pattern}`);
  }
}

/** Whether a pattern is found in a text. One that asks too much of any machine, as with many back-references, is not. */
export function isFound(pattern: string, text: string, flags = 'm'): boolean {
  const found = readPattern(pattern, flags);
  try {
    return found.test(text);
  } catch {
    return false;
  }
}
