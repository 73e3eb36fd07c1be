import { boundedRegExp } from '../../../lib/regexp/bounded-regexp.ts';
import { PatternError } from '../../../lib/regexp/pattern-error.ts';
import { keptOut, perlRegExp } from '../../../lib/regexp/perl-regexp.ts';
import { escapeRegExp, posixRegExp, WORD_CHARACTER } from '../../../lib/regexp/posix-regexp.ts';
import type { Options } from '../../support/parse-options.ts';

/** Finds matches in a line. */
export interface LineMatcher {
  matches(line: string): boolean;
  /** Every match: where it starts and ends; empty matches are left out. */
  parts(line: string): (readonly [number, number])[];
}

/** How patterns are written: F fixed, E extended, G basic, P Perl's. */
export type Syntax = 'F' | 'E' | 'G' | 'P';

/** How patterns are written, by the options and the name grep was called by. */
export function syntaxOf(name: string, options: Options): Syntax {
  const chosen = options.last('F', 'E', 'G', 'P');
  if (chosen !== undefined) return chosen as Syntax;
  return name === 'egrep' ? 'E' : name === 'fgrep' ? 'F' : 'G';
}

/**
 * A matcher for lines that contain any of the patterns. `warn` is told what GNU grep warns of; without it patterns are read as busybox does.
 * @throws PatternError
 */
export function createMatcher(
  patterns: readonly string[],
  syntax: Syntax,
  options: Options,
  warn: ((message: string) => void) | undefined,
): LineMatcher {
  if (syntax === 'P' && patterns.length > 1)
    throw new PatternError('the -P option only supports a single pattern');
  const ignoreCase = options.has('i', 'y') ? 'i' : '';
  const sources = patterns.map((pattern) => sourceOf(pattern, syntax, ignoreCase, warn));
  let source = sources.map((one) => `(?:${one})`).join('|');
  if (sources.length === 0) source = '(?!)';
  const word = syntax === 'P' ? '\\w' : WORD_CHARACTER;
  if (options.has('x')) source = `^(?:${source})$`;
  else if (options.has('w')) source = `(?<!${word})(?:${source})(?!${word})`;
  const flags = `${syntax === 'P' ? '' : ignoreCase}u`;
  // Whether a line matches does not depend on which of its matches is the longest.
  const anywhere = boundedRegExp(source, flags);
  const regExp = boundedRegExp(source, `g${flags}`, { longest: syntax !== 'P' });
  return {
    matches: (line) => anywhere.test(line),
    parts: (line) =>
      [...line.matchAll(regExp)]
        .map((match) => [match.index + keptOut(match).length, match.index + match[0].length] as const)
        .filter(([start, end]) => end > start),
  };
}

function sourceOf(
  pattern: string,
  syntax: Syntax,
  ignoreCase: string,
  warn: ((message: string) => void) | undefined,
): string {
  if (syntax === 'F') return escapeRegExp(pattern);
  if (syntax === 'P') return perlRegExp(pattern, ignoreCase).source;
  const gnu = warn ? { warn, strictClasses: true } : {};
  return posixRegExp(pattern, { extended: syntax === 'E', ...gnu }).source;
}
