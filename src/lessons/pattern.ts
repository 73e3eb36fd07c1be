import { boundedRegExp } from '../lib/regexp/bounded-regexp.ts';

const MOST_LENGTH = 1000;

/**
 * A regular expression of a lesson, which may be anybody's: JavaScript's syntax, matched in a time that the text's length bounds. @throws Error for
 * what is none, or is too big
 */
export function readPattern(pattern: string, flags = 'm'): RegExp {
  return compile(pattern, pattern, flags);
}

/** One that a whole text matches, in whatever case. What says so does not count as the pattern's length. @throws Error as readPattern */
export function readWhole(pattern: string): RegExp {
  // By itself too: `a)|(b` would be one only with what is put around it.
  compile(pattern, pattern, 'i');
  return compile(pattern, `^(?:${pattern})$`, 'i');
}

function compile(pattern: string, source: string, flags: string): RegExp {
  if (pattern.length > MOST_LENGTH) throw new Error(`a regular expression of over ${MOST_LENGTH} characters`);
  try {
    return boundedRegExp(source, flags);
  } catch {
    throw new Error(`not a regular expression: ${pattern}`);
  }
}

/** Whether a pattern is found in a text. What is none, or asks too much of any machine, as with many back-references, is not. */
export const isFound = (pattern: string, text: string, flags = 'm'): boolean =>
  holds(() => readPattern(pattern, flags).test(text));

/** Whether a pattern matches all of a text, in whatever case; otherwise as isFound. */
export const isWhole = (pattern: string, text: string): boolean => holds(() => readWhole(pattern).test(text));

function holds(test: () => boolean): boolean {
  try {
    return test();
  } catch {
    return false;
  }
}
