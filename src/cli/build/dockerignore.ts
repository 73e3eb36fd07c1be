import { cleanPath } from '../../lib/clean-path.ts';

/**
 * The patterns of a `.dockerignore`: comments and blank lines dropped, paths cleaned, leading slashes removed.
 * @see moby/patternmatcher v0.6.0 ignorefile/ignorefile.go ReadAll
 */
export function parseDockerignore(text: string): string[] {
  const patterns: string[] = [];
  for (const raw of text.replace(/^\uFEFF/, '').split('\n')) {
    const line = raw.replace(/\r$/, '');
    if (line.startsWith('#')) continue;
    const trimmed = line.trim();
    if (trimmed !== '') patterns.push(cleanPattern(trimmed));
  }
  return patterns;
}

function cleanPattern(line: string): string {
  const negated = line.startsWith('!');
  const pattern = negated ? line.slice(1).trim() : line;
  const cleaned = pattern === '' ? '' : cleanPath(pattern);
  const relative = cleaned.length > 1 && cleaned.startsWith('/') ? cleaned.slice(1) : cleaned;
  return (negated ? '!' : '') + relative;
}
