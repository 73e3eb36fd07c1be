import type { FileView } from '../../kernel/files/file-view.ts';
import { hasWildcard, patternToRegExp, unescapePattern } from './pattern.ts';

const NO_OPTIONS: ReadonlySet<string> = new Set();

/** Existing paths that a pattern matches, sorted; empty where none does. @see POSIX 2.13.3 */
export function expandPathname(
  files: FileView,
  pattern: string,
  options: ReadonlySet<string> = NO_OPTIONS,
): string[] {
  const absolute = pattern.startsWith('/');
  const parts = pattern.split('/').filter((part, index, all) => part !== '' || index === all.length - 1);
  let found = [absolute ? '/' : ''];
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    found = found.flatMap((base) =>
      part === '' ? onlyDirectory(files, base) : step(files, base, part, last, options),
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

function step(
  files: FileView,
  base: string,
  part: string,
  last: boolean,
  options: ReadonlySet<string>,
): string[] {
  const prefix = base === '' || base === '/' ? base : `${base}/`;
  if (!hasWildcard(part)) {
    const path = prefix + unescapePattern(part);
    return files.lstatIfAny(path) ? [path] : [];
  }
  if (files.statIfAny(base || '.')?.type !== 'directory' || !files.access(base || '.', 4)) return [];
  if (part === '**' && options.has('globstar')) return descend(files, base, last);
  const matcher = patternToRegExp(part, { ignoreCase: options.has('nocaseglob') });
  const hidden = options.has('dotglob') || part.startsWith('.') || part.startsWith('\\.');
  return files
    .readDir(base || '.')
    .filter(({ name }) => (hidden || !name.startsWith('.')) && matcher.test(name))
    .map(({ name }) => prefix + name)
    .filter((path) => last || files.statIfAny(path)?.type === 'directory');
}

/** `**`: everything below, or every directory where more follows. */
function descend(files: FileView, base: string, last: boolean, top = true): string[] {
  const prefix = base === '' || base === '/' ? base : `${base}/`;
  const found = !last ? [base] : top && prefix !== '' ? [prefix] : [];
  for (const { name } of files.readDir(base || '.')) {
    if (name.startsWith('.')) continue;
    const directory = files.lstatIfAny(prefix + name)?.type === 'directory';
    if (directory)
      found.push(...(last ? [prefix + name] : []), ...descend(files, prefix + name, last, false));
    else if (last) found.push(prefix + name);
  }
  return found;
}
