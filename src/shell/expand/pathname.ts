import type { FileView } from '../../kernel/files/file-view.ts';
import { hasWildcard, patternToRegExp, unescapePattern } from './pattern.ts';

/** Existing paths that a pattern matches, sorted; empty where none does. @see POSIX 2.13.3 */
export function expandPathname(files: FileView, pattern: string): string[] {
  const absolute = pattern.startsWith('/');
  const parts = pattern.split('/').filter((part, index, all) => part !== '' || index === all.length - 1);
  let found = [absolute ? '/' : ''];
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    found = found.flatMap((base) =>
      part === '' ? onlyDirectory(files, base) : step(files, base, part, last),
    );
  }
  return found.sort(byBytes);
}

function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function onlyDirectory(files: FileView, base: string): string[] {
  return files.statIfAny(base || '.')?.type === 'directory' ? [`${base}/`] : [];
}

function step(files: FileView, base: string, part: string, last: boolean): string[] {
  const prefix = base === '' || base === '/' ? base : `${base}/`;
  if (!hasWildcard(part)) {
    const path = prefix + unescapePattern(part);
    return files.lstatIfAny(path) ? [path] : [];
  }
  if (files.statIfAny(base || '.')?.type !== 'directory' || !files.access(base || '.', 4)) return [];
  const matcher = patternToRegExp(part);
  const hidden = part.startsWith('.') || part.startsWith('\\.');
  return files
    .readDir(base || '.')
    .filter(({ name }) => (hidden || !name.startsWith('.')) && matcher.test(name))
    .map(({ name }) => prefix + name)
    .filter((path) => last || files.statIfAny(path)?.type === 'directory');
}
