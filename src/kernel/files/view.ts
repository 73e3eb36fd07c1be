import { toBytes, toText } from '../../lib/bytes.ts';
import { SysError } from '../errno.ts';
import type { DiskSpace } from './disk.ts';
import type { FileView, OpenOptions, Place } from './file-view.ts';
import type { DirEntry, FileType, NewInode, Stat } from './inode.ts';
import type { Location, MountTable } from './mount-table.ts';
import type { OpenFile } from './open-file.ts';
import { joinPath } from './path.ts';
import { isAllowed, isCapable, mayRemove, ROOT_CREDENTIALS, type Credentials } from './permissions.ts';
import { DirectoryFile, RegularFile } from './regular-file.ts';
import { pathIfThere, pathOfDirectory, tryPath, walkPath, type Walked, type WalkOptions } from './walk.ts';
import { orUndefined, statOf } from './look.ts';

/** What a view needs from its process and machine. */
export interface ViewOwner {
  readonly mounts: MountTable;
  credentials(): Credentials;
  umask(): number;
  now(): number;
  /** Opens devices, fifos and sockets. */
  openSpecial(place: Place, stat: Stat, path: string, options: OpenOptions): OpenFile;
}

/** @see FileView */
export class View implements FileView {
  readonly #owner: ViewOwner;
  #root: Location;
  #cwd: Location;
  #lastCwd = '/';

  constructor(owner: ViewOwner, cwd = '/', root?: Location) {
    this.#owner = owner;
    this.#root = root ?? owner.mounts.root;
    this.#cwd = this.#root;
    if (cwd !== '/') this.chdir(cwd);
  }

  /** The same place for another owner (fork). */
  copyFor(owner: ViewOwner): View {
    const copy = new View(owner, '/', this.#root);
    copy.#cwd = this.#cwd;
    copy.#lastCwd = this.cwd;
    return copy;
  }

  get mounts(): MountTable {
    return this.#owner.mounts;
  }

  /** Where it is, or was when it was deleted under the process. */
  get cwd(): string {
    this.#lastCwd = pathIfThere(this.#owner.mounts, this.#root, this.#cwd) ?? this.#lastCwd;
    return this.#lastCwd;
  }

  chdir(path: string): void {
    const target = this.#find(path);
    const stat = target.fs.stat(target.ino);
    if (stat.type !== 'directory') throw new SysError('ENOTDIR', path);
    this.#check(stat, 1, path);
    this.#cwd = target;
    this.#lastCwd = this.cwd;
  }

  chroot(path: string): void {
    this.#root = this.#find(path);
  }

  // Looking

  stat(path: string): Stat {
    return statOf(this.#find(path));
  }

  lstat(path: string): Stat {
    const { fs, ino } = this.#find(path, true);
    return fs.stat(ino);
  }

  statIfAny(path: string): Stat | undefined {
    const target = this.#lookFor(path);
    return target && orUndefined(() => statOf(target));
  }

  lstatIfAny(path: string): Stat | undefined {
    return orUndefined(() => this.lstat(path));
  }

  exists(path: string): boolean {
    return this.#lookFor(path) !== undefined;
  }

  access(path: string, mode: number): boolean {
    const stat = this.statIfAny(path);
    return stat !== undefined && isAllowed(stat, this.#owner.credentials(), mode);
  }

  resolve(path: string, options: { noFollow?: boolean } = {}): Place {
    return this.#find(path, options.noFollow ?? false);
  }

  realpath(path: string): string {
    const { parent, name, target } = this.#walk(path);
    if (!target) throw new SysError('ENOENT', path);
    const directory = pathOfDirectory(this.#owner.mounts, this.#root, parent);
    return name === '.' ? directory : joinPath(directory, name);
  }

  space(path: string): DiskSpace {
    return this.#find(path).fs.space ?? { totalBytes: 0, usedBytes: 0, freeBytes: 0 };
  }

  readDir(path: string): DirEntry[] {
    const { fs, ino } = this.#find(path);
    const stat = fs.stat(ino);
    if (stat.type !== 'directory') throw new SysError('ENOTDIR', path);
    this.#check(stat, 4, path);
    return fs.entries(ino);
  }

  readlink(path: string): string {
    const { fs, ino } = this.#find(path, true);
    return withPath(path, () => fs.readlink(ino));
  }

  // Content

  readFile(path: string): Uint8Array {
    const { fs, ino } = this.#find(path);
    const stat = fs.stat(ino);
    this.#check(stat, 4, path);
    return withPath(path, () => fs.read(ino, 0, Math.max(stat.size, 1 << 20)));
  }

  readText(path: string): string {
    return toText(this.readFile(path));
  }

  writeFile(
    path: string,
    data: Uint8Array | string,
    options: { mode?: number; append?: boolean } = {},
  ): void {
    const { append = false, mode } = options;
    const file = this.open(path, {
      read: false,
      write: true,
      create: true,
      truncate: !append,
      append,
      ...(mode === undefined ? {} : { mode }),
    });
    file.retain();
    try {
      void file.write(typeof data === 'string' ? toBytes(data) : data);
    } finally {
      file.release();
    }
  }

  open(path: string, options: OpenOptions = {}): OpenFile {
    const walked = this.#walk(path, options.noFollow ?? false);
    const write = options.write ?? options.append ?? false;
    if (walked.target && options.exclusive && options.create) throw new SysError('EEXIST', path);
    if (!walked.target && !options.create) throw new SysError('ENOENT', path);
    if (!walked.target && walked.needsDirectory) throw new SysError('EISDIR', path);
    const location =
      walked.target ?? this.#create(walked, path, { type: 'file', mode: options.mode ?? 0o666 });
    const link = location.fs.openLink?.(location.ino);
    if (link) return link;
    const stat = location.fs.stat(location.ino);
    const read = options.read ?? true;
    if (walked.target) this.#check(stat, (read ? 4 : 0) | (write ? 2 : 0), path);
    return this.#openLocation(location, stat, path, { ...options, read, write });
  }

  #openLocation(location: Location, stat: Stat, path: string, options: OpenOptions): OpenFile {
    const { write = false, read = true, append = false } = options;
    const full = path.startsWith('/') ? path : joinPath(this.cwd, path);
    if (stat.type === 'symlink') throw new SysError('ELOOP', path);
    if (stat.type === 'directory') {
      if (write) throw new SysError('EISDIR', path);
      return new DirectoryFile(location, full);
    }
    if (stat.type !== 'file') return this.#owner.openSpecial(location, stat, full, options);
    if (write) this.#checkWritable(location, path);
    if (options.truncate && write) withPath(path, () => location.fs.truncate(location.ino, 0));
    return new RegularFile(location, full, { read, write, append });
  }

  truncate(path: string, size: number): void {
    const location = this.#find(path);
    this.#check(location.fs.stat(location.ino), 2, path);
    this.#checkWritable(location, path);
    withPath(path, () => location.fs.truncate(location.ino, size));
  }

  // Names

  mkdir(path: string, mode = 0o777): void {
    const walked = this.#walk(path, true);
    if (walked.target) throw new SysError('EEXIST', path);
    this.#create(walked, path, { type: 'directory', mode });
  }

  mkdirAll(path: string, mode = 0o777): void {
    const parts = path.split('/').filter((part) => part !== '');
    let at = path.startsWith('/') ? '/' : '.';
    for (const part of parts) {
      at = joinPath(at, part);
      const stat = this.statIfAny(at);
      if (!stat) this.mkdir(at, mode);
      else if (stat.type !== 'directory') throw new SysError('ENOTDIR', path);
    }
  }

  mknod(path: string, type: FileType, mode: number, rdev?: readonly [number, number]): void {
    const walked = this.#walk(path, true);
    if (walked.target) throw new SysError('EEXIST', path);
    this.#create(walked, path, { type, mode, ...(rdev ? { rdev } : {}) });
  }

  symlink(target: string, path: string): void {
    const walked = this.#walk(path, true);
    if (walked.target) throw new SysError('EEXIST', path);
    this.#create(walked, path, { type: 'symlink', mode: 0o777, target });
  }

  link(existing: string, path: string): void {
    const source = this.#find(existing, true);
    const { parent, name, target } = this.#walk(path, true);
    if (target) throw new SysError('EEXIST', path);
    if (parent.fs !== source.fs) throw new SysError('EXDEV', path);
    this.#checkChange(parent, path);
    withPath(path, () => parent.fs.link(parent.ino, name, source.ino));
  }

  rename(from: string, to: string): void {
    const source = this.#walk(from, true);
    const goal = this.#walk(to, true);
    if (!source.target) throw new SysError('ENOENT', from);
    if (source.name === '.' || goal.name === '.') throw new SysError('EBUSY', from);
    if (source.parent.fs !== goal.parent.fs || source.parent.mount !== goal.parent.mount)
      throw new SysError('EXDEV', from);
    this.#checkRemove(source.parent, source.target, from);
    this.#checkChange(goal.parent, to);
    withPath(to, () => source.parent.fs.rename(source.parent.ino, source.name, goal.parent.ino, goal.name));
  }

  unlink(path: string): void {
    const { parent, name, target } = this.#walk(path, true);
    if (!target) throw new SysError('ENOENT', path);
    if (target.fs.stat(target.ino).type === 'directory') throw new SysError('EISDIR', path);
    this.#checkRemove(parent, target, path);
    withPath(path, () => parent.fs.unlink(parent.ino, name));
  }

  rmdir(path: string): void {
    const { parent, name, target } = this.#walk(path, true);
    if (!target) throw new SysError('ENOENT', path);
    if (name === '.') throw new SysError('EINVAL', path);
    this.#checkRemove(parent, target, path);
    withPath(path, () => parent.fs.rmdir(parent.ino, name));
  }

  removeAll(path: string): void {
    const stat = this.lstatIfAny(path);
    if (!stat) return;
    if (stat.type !== 'directory') return this.unlink(path);
    for (const entry of this.readDir(path)) this.removeAll(joinPath(path, entry.name));
    this.rmdir(path);
  }

  // Attributes

  chmod(path: string, mode: number): void {
    const location = this.#owned(path, false);
    location.fs.setAttributes(location.ino, { mode: mode & 0o7777 });
  }

  chown(path: string, uid: number, gid: number, options: { noFollow?: boolean } = {}): void {
    const location = this.#find(path, options.noFollow ?? false);
    const stat = location.fs.stat(location.ino);
    this.#checkChown(stat, uid, gid, path);
    if (uid === stat.uid && gid === stat.gid) return;
    this.#checkWritable(location, path);
    // Somebody else's set-user-ID program would be a way to become them.
    const mode = stat.type === 'file' ? stat.mode & ~0o6000 : stat.mode;
    location.fs.setAttributes(location.ino, { uid, gid, mode });
  }

  utimes(path: string, atimeMs: number, mtimeMs: number, options: { noFollow?: boolean } = {}): void {
    const location = this.#owned(path, options.noFollow ?? false);
    location.fs.setAttributes(location.ino, { atimeMs, mtimeMs });
  }

  /** Only root gives files away; an owner may choose among own groups. */
  #checkChown(stat: Stat, uid: number, gid: number, path: string): void {
    const who = this.#owner.credentials();
    const isOwnGroup = gid === stat.gid || gid === who.gid || who.groups.includes(gid);
    if (isCapable(who, 'CHOWN')) return;
    if (who.uid !== stat.uid || uid !== stat.uid || !isOwnGroup) throw new SysError('EPERM', path);
  }

  #owned(path: string, noFollow: boolean): Location {
    const location = this.#find(path, noFollow);
    const who = this.#owner.credentials();
    if (!isCapable(who, 'FOWNER') && who.uid !== location.fs.stat(location.ino).uid)
      throw new SysError('EPERM', path);
    this.#checkWritable(location, path);
    return location;
  }

  // Walking and checking

  #walk(path: string, noFollow = false): Walked {
    return walkPath(this.#owner.mounts, path, this.#walkOptions(noFollow));
  }

  #walkOptions(noFollow: boolean): WalkOptions {
    const who = this.#owner.credentials();
    const options = { from: this.#cwd, root: this.#root, noFollow };
    return isCapable(who, 'DAC_OVERRIDE')
      ? options
      : { ...options, maySearch: (stat) => isAllowed(stat, who, 1) };
  }

  /** What is there, without an error where nothing is. */
  #lookFor(path: string): Location | undefined {
    const walked = orUndefined(() => tryPath(this.#owner.mounts, path, this.#walkOptions(false)));
    return typeof walked === 'object' ? walked.target : undefined;
  }

  #find(path: string, noFollow = false): Location {
    const { target } = this.#walk(path, noFollow);
    if (!target) throw new SysError('ENOENT', path);
    return target;
  }

  #create(
    { parent, name }: Walked,
    path: string,
    made: Pick<NewInode, 'type' | 'mode' | 'target' | 'rdev'>,
  ): Location {
    this.#checkChange(parent, path);
    const { uid, gid } = this.#owner.credentials();
    const directory = parent.fs.stat(parent.ino);
    const setGid = directory.mode & 0o2000;
    const bits = made.mode & (made.type === 'symlink' ? 0o777 : ~this.#owner.umask());
    const mode = made.type === 'directory' ? bits | setGid : bits;
    const node = { ...made, mode, uid, gid: setGid ? directory.gid : gid };
    const ino = withPath(path, () => parent.fs.create(parent.ino, name, node));
    return { ...parent, ino };
  }

  #check(stat: Stat, mask: number, path: string): void {
    if (!isAllowed(stat, this.#owner.credentials(), mask)) throw new SysError('EACCES', path);
  }

  #checkWritable(location: Location, path: string): void {
    if (location.mount.readOnly) throw new SysError('EROFS', path);
  }

  #checkChange(directory: Location, path: string): void {
    this.#check(directory.fs.stat(directory.ino), 3, path);
    this.#checkWritable(directory, path);
  }

  #checkRemove(directory: Location, entry: Location, path: string): void {
    this.#checkWritable(directory, path);
    if (entry.mount !== directory.mount) throw new SysError('EBUSY', path);
    const stats = [directory.fs.stat(directory.ino), entry.fs.stat(entry.ino)] as const;
    if (!mayRemove(stats[0], stats[1], this.#owner.credentials())) throw new SysError('EACCES', path);
  }
}

/** A view for building trees outside of a machine: root's rights, no devices. */
export function systemView(mounts: MountTable, now: () => number): FileView {
  return new View({
    mounts,
    credentials: () => ROOT_CREDENTIALS,
    umask: () => 0o022,
    now,
    openSpecial: (_place, _stat, path) => {
      throw new SysError('ENXIO', path);
    },
  });
}

/** Adds the path to an error of the inode level. */
function withPath<T>(path: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (error instanceof SysError && error.path === undefined) throw new SysError(error.code, path);
    throw error;
  }
}
