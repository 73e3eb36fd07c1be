import { perlSource } from '../../../lib/regexp/perl-regexp.ts';
import { escapeRegExp, PatternError, posixRegExp } from '../../../lib/regexp/posix-regexp.ts';
import type { Options } from '../../support/parse-options.ts';
import { boundedRegExp } from '../../../lib/regexp/bounded-regexp.ts';

/** Finds matches in a line. */
export interface LineMatcher {
  matches(line: string): boolean;
  /** Every match: where it starts and ends; empty matches are left out. */
  parts(line: string): (readonly [number, number])[];
}

/** How patterns are written, by the options and the name grep was called by. */
export function syntaxOf(name: string, options: Options): 'F' | 'E' | 'G' | 'P' {
  const chosen = options.last('F', 'E', 'G', 'P');
  if (chosen !== undefined) return chosen as 'F' | 'E' | 'G' | 'P';
  return name === 'egrep' ? 'E' : name === 'fgrep' ? 'F' : 'G';
}

/** A matcher for lines that contain any of the patterns. @throws PatternError */
export function createMatcher(
  patterns: readonly string[],
  syntax: 'F' | 'E' | 'G' | 'P',
  options: Options,
): LineMatcher {
  const perl = syntax === 'P' ? patterns.map(perlSource) : [];
  const ignoresCase = options.has('i', 'y') || perl.some(({ ignoreCase }) => ignoreCase);
  const flags = `g${ignoresCase ? 'i' : ''}`;
  const sources =
    syntax === 'P' ? perl.map(({ source }) => source) : patterns.map((pattern) => sourceOf(pattern, syntax));
  let source = sources.map((one) => `(?:${one})`).join('|');
  if (sources.length === 0) source = '(?!)';
  if (options.has('x')) source = `^(?:${source})$`;
  else if (options.has('w')) source = `(?<![\\w])(?:${source})(?![\\w])`;
  // Whether a line matches does not depend on which of its matches is the longest.
  const anywhere = boundedRegExp(source, flags.replace('g', 'u'));
  const regExp = boundedRegExp(source, `${flags}u`, { longest: syntax !== 'P' });
  return {
    matches: (line) => anywhere.test(line),
    parts: (line) =>
      [...line.matchAll(regExp)]
        .filter(([text]) => text !== '')
        .map((match) => [match.index, match.index + match[0].length] as const),
  };
}

function sourceOf(pattern: string, syntax: 'F' | 'E' | 'G'): string {
  if (syntax === 'F') return escapeRegExp(pattern);
  // Nobody means the set of these letters. @see gnulib dfa.c parse_bracket_exp
  if (/(?<!\[)\[:[^\]]*:\]/.test(pattern))
    throw new PatternError('character class syntax is [[:space:]], not [:space:]');
  return posixRegExp(pattern, { extended: syntax === 'E' }).source;
}
