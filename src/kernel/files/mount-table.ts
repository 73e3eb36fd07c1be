import { SysError } from '../errno.ts';
import type { Place } from './file-view.ts';
import type { Ino } from './inode.ts';
import { walkPath } from './walk.ts';

/** A line of /proc/mounts. */
export interface MountInfo {
  /** Where, absolute. */
  readonly path: string;
  readonly place: Place;
  readonly readOnly: boolean;
  /** What /proc/mounts shows as the device. */
  readonly source: string;
  /** What it shows besides ro or rw; `relatime` unless given. */
  readonly options?: MountText | undefined;
}

/** A text that may be written only when somebody asks for it. */
interface MountText {
  toString(): string;
}

export interface MountOptions {
  readonly readOnly?: boolean;
  readonly source?: string;
  readonly options?: MountText;
}

/** An inode as reached through a mount: the same inode may be reached through several. */
export interface Location extends Place {
  readonly mount: MountInfo;
}

/** The mounts a group of processes sees (a mount namespace). */
export interface MountTable {
  readonly root: Location;
  readonly mounts: readonly MountInfo[];
  /** Covers the directory or file at `path` with `place`. @throws SysError ENOENT, ENOTDIR */
  mount(path: string, place: Place, options?: MountOptions): void;
  /** @throws SysError EINVAL where nothing is mounted there. */
  unmount(path: string): void;
  /** Makes the whole root read-only (`--read-only`), mounts on it excepted. */
  setRootReadOnly(): void;
  /** The root of what is mounted here (the last mount wins), else the location itself. */
  enter(location: Location): Location;
  /** For the root of a mount: the location it covers, to go up from. */
  leave(location: Location): Location | undefined;
}

/** One mount, and where it lies. One object for all of it: every container has a dozen. */
class Mounted implements MountInfo, Place {
  readonly path: string;
  readonly fs: Place['fs'];
  readonly ino: Ino;
  readonly readOnly: boolean;
  readonly source: string;
  readonly options: MountText | undefined;
  /** What it covers: an inode as reached through another mount; undefined for the root. */
  readonly #overFs: Place['fs'] | undefined;
  readonly #overIno: Ino;
  readonly #overMount: MountInfo | undefined;

  constructor(path: string, { fs, ino }: Place, options: MountOptions, over?: Location) {
    this.path = path;
    this.fs = fs;
    this.ino = ino;
    this.readOnly = (options.readOnly ?? false) || fs.readOnly;
    this.source = options.source ?? fs.type;
    this.options = options.options;
    this.#overFs = over?.fs;
    this.#overIno = over?.ino ?? 0;
    this.#overMount = over?.mount;
  }

  get place(): Place {
    return this;
  }

  get over(): Location | undefined {
    const [fs, mount] = [this.#overFs, this.#overMount];
    return fs && mount && { fs, ino: this.#overIno, mount };
  }

  covers({ fs, ino, mount }: Location): boolean {
    const over = this.#overMount;
    return over !== undefined && this.#overIno === ino && this.#overFs === fs && sameMount(over, mount);
  }
}

/** A mount namespace with this root. */
export function createMountTable(
  root: Place,
  options: Pick<MountOptions, 'source' | 'options'> = {},
): MountTable {
  return new Mounts(root, options);
}

/** A class, not closures: one is made for every container and every look into a tree. */
class Mounts implements MountTable {
  #mounted: readonly [Mounted, ...Mounted[]];

  constructor(root: Place, options: MountOptions) {
    this.#mounted = [new Mounted('/', root, options)];
  }

  get root(): Location {
    const [mount] = this.#mounted;
    return { fs: mount.fs, ino: mount.ino, mount };
  }

  get mounts(): readonly MountInfo[] {
    return this.#mounted;
  }

  mount(path: string, place: Place, options: MountOptions = {}): void {
    const over = walkPath(this, path, { from: this.root }).target;
    if (!over) throw new SysError('ENOENT', path);
    this.#replace(this.#mounted.concat(new Mounted(path, place, options, over)));
  }

  /** The root stays the first. */
  #replace(mounted: readonly Mounted[]): void {
    this.#mounted = mounted as [Mounted, ...Mounted[]];
  }

  unmount(path: string): void {
    const index = this.#mounted.findLastIndex((mount, at) => at > 0 && mount.path === path);
    if (index < 0) throw new SysError('EINVAL', path);
    this.#replace(this.#mounted.toSpliced(index, 1));
  }

  setRootReadOnly(): void {
    const [{ path, place, source, options }, ...others] = this.#mounted;
    const shown = { source, readOnly: true, ...(options === undefined ? {} : { options }) };
    this.#mounted = [new Mounted(path, place, shown), ...others];
  }

  enter(location: Location): Location {
    let at = location;
    for (let mount = this.#over(at); mount; mount = this.#over(at))
      at = { fs: mount.fs, ino: mount.ino, mount };
    return at;
  }

  /** What covers a location: the last that was mounted there. */
  #over(location: Location): Mounted | undefined {
    for (let index = this.#mounted.length - 1; index > 0; index--) {
      const mount = this.#mounted[index] as Mounted;
      if (mount.covers(location)) return mount;
    }
    return undefined;
  }

  leave({ fs, ino, mount }: Location): Location | undefined {
    if (mount.place.fs !== fs || mount.place.ino !== ino) return undefined;
    return this.#mounted.find((other) => sameMount(other, mount))?.over;
  }
}

/** Root's info is replaced when it turns read-only; its place stays. */
function sameMount(a: MountInfo, b: MountInfo): boolean {
  return a === b || (a.path === b.path && a.place.fs === b.place.fs && a.place.ino === b.place.ino);
}
