import { boundedRegExp } from './regexp/bounded-regexp.ts';
import { cleanPath } from './clean-path.ts';
import { compileGlob, GlobSyntaxError } from './glob.ts';

/** A pattern that can never be right; the message is patternmatcher's. */
export class IgnorePatternError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'IgnorePatternError';
  }
}

interface Pattern {
  readonly glob: string;
  readonly negated: boolean;
  matches(path: string): boolean;
}

/** Decides what a list of ignore patterns excludes. */
export interface IgnoreMatcher {
  /** Patterns that began with `!`, without it: a file in an excluded directory may still be wanted. */
  readonly exceptions: readonly string[];
  /** Whether a relative path is excluded: the last pattern that matches it or one of its parents decides. */
  excludes(path: string): boolean;
}

/**
 * Compiles ignore patterns; order matters.
 * @throws IgnorePatternError
 * @see moby/patternmatcher v0.6.0 patternmatcher.go MatchesOrParentMatches
 */
export function createIgnoreMatcher(patterns: readonly string[]): IgnoreMatcher {
  const compiled = patterns
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '')
    .map(compilePattern);
  return {
    exceptions: compiled.filter((pattern) => pattern.negated).map((pattern) => pattern.glob),
    excludes: (path) => excludes(compiled, cleanPath(path)),
  };
}

function excludes(patterns: readonly Pattern[], path: string): boolean {
  // The root itself is never excluded: nothing would be left.
  if (path === '.') return false;
  const parents = parentsOf(path);
  let excluded = false;
  for (const pattern of patterns) {
    if (pattern.negated !== excluded) continue;
    if (pattern.matches(path) || parents.some((parent) => pattern.matches(parent)))
      excluded = !pattern.negated;
  }
  return excluded;
}

function parentsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function compilePattern(pattern: string): Pattern {
  const cleaned = cleanPath(pattern);
  const negated = cleaned.startsWith('!');
  if (cleaned === '!') throw new IgnorePatternError('illegal exclusion pattern: "!"');
  const glob = negated ? cleaned.slice(1) : cleaned;
  checkSyntax(glob);
  return { glob, negated, matches: createTest(glob) };
}

function checkSyntax(glob: string): void {
  try {
    compileGlob(glob);
  } catch (error) {
    throw error instanceof GlobSyntaxError ? new IgnorePatternError(error.message) : error;
  }
}

/** `**` at either end is a plain test of the text there, as in the original: so `**file` matches any path ending in `file`. */
function createTest(glob: string): (path: string) => boolean {
  const tail = glob.slice(2).replace(/^\//, '');
  if (glob.startsWith('**') && !/[*?[\]\\]/.test(tail)) {
    const suffix = glob.slice(2);
    return (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
  }
  if (/^[^*?[\]\\]*\*\*$/.test(glob)) {
    const prefix = glob.slice(0, -2);
    return (path) => path.startsWith(prefix);
  }
  if (!/[*?[\]\\]/.test(glob)) return (path) => path === glob;
  const regExp = toRegExp(glob);
  return (path) => regExp.test(path);
}

function toRegExp(glob: string): RegExp {
  const chars = [...glob];
  let source = '^';
  for (let index = 0; index < chars.length; index += 1) {
    const char = chars[index] ?? '';
    if (char === '*' && chars[index + 1] === '*') {
      index += chars[index + 2] === '/' ? 2 : 1;
      source = withOnce(source, index === chars.length - 1 ? '.*' : '(.*/)?');
    } else if (char === '*') source = withOnce(source, '[^/]*');
    else if (char === '?') source += '[^/]';
    else if (char === '\\') {
      index += 1;
      source += escapeQuoted(chars[index] ?? '\\');
    } else source += /[.+()|{}$]/.test(char) ? `\\${char}` : char;
  }
  try {
    return boundedRegExp(`${source}$`, 'su');
  } catch {
    throw new IgnorePatternError('syntax error in pattern');
  }
}

/** Twice the same star means what one does, and costs a multiple. */
function withOnce(source: string, star: string): string {
  return source.endsWith(star) ? source : source + star;
}

/** Valid inside of a class and outside: there `\-` alone would be an error. */
function escapeQuoted(char: string): string {
  if (char === '-') return '\\x2d';
  return /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
}
