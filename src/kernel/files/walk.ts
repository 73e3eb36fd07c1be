import { isSysError, SysError, type Errno } from '../errno.ts';
import type { FileType, Ino, Stat } from './inode.ts';
import type { Location, MountTable } from './mount-table.ts';

/** Symlinks followed before ELOOP. @see path_resolution(7) */
const MAX_LINKS = 40;

export interface WalkOptions {
  /** Where a relative path starts. */
  from: Location;
  /** The root of the walker (chroot); the table's unless given. */
  root?: Location;
  /** The last component is not followed if it is a symlink. */
  noFollow?: boolean;
  /** May this directory be searched? Everything may unless given. */
  maySearch?: (stat: Stat) => boolean;
}

/** Where a path leads. */
export interface Walked {
  /** Directory that holds (or would hold) the last component. */
  readonly parent: Location;
  /** The last component; `.` where the path is a directory reached by `/`, `.` or `..`. */
  readonly name: string;
  /** Undefined where nothing is there (but its directory is). */
  readonly target: Location | undefined;
  /** The path ended with a slash: only a directory will do. */
  readonly needsDirectory: boolean;
}

function samePlace(a: Location, b: Location): boolean {
  return a.fs === b.fs && a.ino === b.ino && a.mount.path === b.mount.path;
}

function up(mounts: MountTable, root: Location, at: Location): Location {
  let location = at;
  for (;;) {
    if (samePlace(location, root)) return location;
    const covered = mounts.leave(location);
    if (!covered) break;
    location = covered;
  }
  return mounts.enter({ ...location, ino: location.fs.parent(location.ino) });
}

/** Resolves a path as the kernel does. @throws SysError ENOENT, ENOTDIR, ELOOP, EACCES, ENAMETOOLONG */
export function walkPath(mounts: MountTable, path: string, options: WalkOptions): Walked {
  const walked = tryPath(mounts, path, options);
  if (typeof walked === 'string') throw new SysError(walked, path);
  return walked;
}

/** The same without an error to throw, which costs more than the walk: which it would be. */
export function tryPath(mounts: MountTable, path: string, options: WalkOptions): Walked | Errno {
  if (path === '') return 'ENOENT';
  const root = options.root ?? mounts.root;
  let parts = partsOf(path);
  let next = 0;
  const needsDirectory = path.endsWith('/') || path.endsWith('/.') || path.endsWith('/..');
  let at = path.startsWith('/') ? root : options.from;
  let parent = at;
  let name = '.';
  let links = 0;
  let type: FileType | undefined;
  while (next < parts.length) {
    const part = parts[next++] as string;
    if (part.length > 255) return 'ENAMETOOLONG';
    if ((type ?? typeOf(at)) !== 'directory') return 'ENOTDIR';
    type = undefined;
    if (options.maySearch && !options.maySearch(at.fs.stat(at.ino))) return 'EACCES';
    if (part === '.' || part === '..') {
      if (part === '..') at = up(mounts, root, at);
      [parent, name] = [at, '.'];
      continue;
    }
    const last = next === parts.length;
    const ino = at.fs.lookup(at.ino, part);
    if (ino === undefined) {
      if (!last) return 'ENOENT';
      return { parent: at, name: part, target: undefined, needsDirectory };
    }
    const child = mounts.enter({ fs: at.fs, ino, mount: at.mount });
    type = typeOf(child);
    if (type === 'symlink' && (!last || !options.noFollow || needsDirectory)) {
      if (++links > MAX_LINKS) return 'ELOOP';
      const target = child.fs.readlink(child.ino);
      const magic = last && child.fs.openLink?.(child.ino);
      if (magic) return { parent: at, name: part, target: child, needsDirectory };
      parts = [...partsOf(target), ...parts.slice(next)];
      next = 0;
      if (target.startsWith('/')) at = root;
      type = undefined;
      [parent, name] = [at, '.'];
      continue;
    }
    [parent, name, at] = [at, part, child];
  }
  if (needsDirectory && typeOf(at) !== 'directory') return 'ENOTDIR';
  return { parent, name, target: at, needsDirectory };
}

function partsOf(path: string): string[] {
  const parts = path.split('/');
  let kept = 0;
  for (const part of parts) if (part !== '') parts[kept++] = part;
  parts.length = kept;
  return parts;
}

function typeOf({ fs, ino }: Location): FileType {
  return fs.typeOf?.(ino) ?? fs.stat(ino).type;
}

/** The absolute path of a directory, found by going up. */
export function pathOfDirectory(mounts: MountTable, root: Location, directory: Location): string {
  const names: string[] = [];
  let at = directory;
  while (!samePlace(at, root)) {
    const inner = mounts.leave(at) ?? at;
    const parent = up(mounts, root, at);
    if (samePlace(parent, at)) break;
    const parentIno = inner.fs.parent(inner.ino);
    const name = nameIn(inner, parentIno);
    if (name === undefined) break;
    names.unshift(name);
    at = parent;
  }
  return `/${names.join('/')}`;
}

function nameIn({ fs, ino }: Location, parent: Ino): string | undefined {
  if (fs.nameIn) return fs.nameIn(parent, ino);
  return fs.entries(parent).find((candidate) => candidate.ino === ino)?.name;
}

/** The same, or undefined for a directory that was deleted. */
export function pathIfThere(mounts: MountTable, root: Location, directory: Location): string | undefined {
  try {
    return pathOfDirectory(mounts, root, directory);
  } catch (error) {
    if (isSysError(error, 'ENOENT')) return undefined;
    throw error;
  }
}
