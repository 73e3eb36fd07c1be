import { SysError } from '../errno.ts';
import type { Place } from './file-view.ts';
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
  readonly options?: string;
}

export interface MountOptions {
  readonly readOnly?: boolean;
  readonly source?: string;
  readonly options?: string;
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

interface Entry {
  readonly info: MountInfo;
  readonly over: Location | undefined;
}

/** A mount namespace with this root. */
export function createMountTable(
  root: Place,
  options: { source?: string; options?: string } = {},
): MountTable {
  return new Mounts(root, options);
}

/** A class, not closures: one is made for every container and every look into a tree. */
class Mounts implements MountTable {
  readonly #root: Place;
  #entries: readonly Entry[];

  constructor(root: Place, options: { source?: string; options?: string }) {
    const source = options.source ?? root.fs.type;
    this.#root = root;
    this.#entries = [
      {
        info: { path: '/', place: root, readOnly: root.fs.readOnly, source, ...shown(options) },
        over: undefined,
      },
    ];
  }

  get root(): Location {
    const { fs, ino } = this.#root;
    return { fs, ino, mount: (this.#entries[0] as Entry).info };
  }

  get mounts(): MountInfo[] {
    return this.#entries.map((entry) => entry.info);
  }

  mount(path: string, place: Place, options: MountOptions = {}): void {
    const { readOnly = false, source = place.fs.type } = options;
    const over = walkPath(this, path, { from: this.root }).target;
    if (!over) throw new SysError('ENOENT', path);
    const info = { path, place, readOnly: readOnly || place.fs.readOnly, source, ...shown(options) };
    this.#entries = [...this.#entries, { info, over }];
  }

  unmount(path: string): void {
    const index = this.#entries.findLastIndex((entry) => entry.info.path === path && entry.over);
    if (index < 0) throw new SysError('EINVAL', path);
    this.#entries = this.#entries.filter((_, i) => i !== index);
  }

  setRootReadOnly(): void {
    this.#entries = this.#entries.map((entry, i) =>
      i ? entry : { ...entry, info: { ...entry.info, readOnly: true } },
    );
  }

  enter(location: Location): Location {
    let at = location;
    for (let entry = this.#over(at); entry; entry = this.#over(at))
      at = { fs: entry.info.place.fs, ino: entry.info.place.ino, mount: entry.info };
    return at;
  }

  /** What covers a location: the last that was mounted there. */
  #over({ fs, ino, mount }: Location): Entry | undefined {
    for (let index = this.#entries.length - 1; index > 0; index--) {
      const entry = this.#entries[index] as Entry;
      const { over } = entry;
      if (over?.ino === ino && over.fs === fs && sameMount(over.mount, mount)) return entry;
    }
    return undefined;
  }

  leave({ fs, ino, mount }: Location): Location | undefined {
    if (mount.place.fs !== fs || mount.place.ino !== ino) return undefined;
    return this.#entries.find((entry) => sameMount(entry.info, mount))?.over;
  }
}

function shown({ options }: { options?: string }): { options?: string } {
  return options === undefined ? {} : { options };
}

/** Root's info is replaced when it turns read-only; its place stays. */
function sameMount(a: MountInfo, b: MountInfo): boolean {
  return a === b || (a.path === b.path && a.place === b.place);
}
