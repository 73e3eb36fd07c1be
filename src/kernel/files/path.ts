import { withoutEnd } from '../../lib/trim-end.ts';

/** Pure functions on `/`-separated paths. */

/** The parts between slashes, without empty ones and `.`. */
export function splitPath(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

/** Absolute, with `.`, `..` and doubled slashes resolved textually. */
export function normalizePath(path: string, base = '/'): string {
  const parts: string[] = [];
  for (const part of splitPath(path.startsWith('/') ? path : `${base}/${path}`)) {
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** `name` in `dir`. */
export function joinPath(dir: string, name: string): string {
  return dir.endsWith('/') ? dir + name : `${dir}/${name}`;
}

/** The last part, as basename(1). */
export function baseName(path: string): string {
  return splitPath(path).at(-1) ?? '/';
}

/** What holds it, as dirname(1). */
export function dirName(path: string): string {
  const trimmed = withoutEnd(path, '/');
  const slash = trimmed.lastIndexOf('/');
  if (slash < 0) return trimmed === '' && path.startsWith('/') ? '/' : '.';
  return withoutEnd(trimmed.slice(0, slash), '/') || '/';
}
