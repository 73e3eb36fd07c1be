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
  const source = options.source ?? root.fs.type;
  let entries: readonly Entry[] = [
    {
      info: { path: '/', place: root, readOnly: root.fs.readOnly, source, ...shown(options) },
      over: undefined,
    },
  ];
  const first = (): MountInfo => (entries[0] as Entry).info;
  const table: MountTable = {
    get root() {
      return { fs: root.fs, ino: root.ino, mount: first() };
    },
    get mounts() {
      return entries.map((entry) => entry.info);
    },
    mount: (path, place, mountOptions = {}) => {
      const { readOnly = false, source: from = place.fs.type } = mountOptions;
      const over = walkPath(table, path, { from: table.root }).target;
      if (!over) throw new SysError('ENOENT', path);
      entries = [
        ...entries,
        {
          info: {
            path,
            place,
            readOnly: readOnly || place.fs.readOnly,
            source: from,
            ...shown(mountOptions),
          },
          over,
        },
      ];
    },
    unmount: (path) => {
      const index = entries.findLastIndex((entry) => entry.info.path === path && entry.over);
      if (index < 0) throw new SysError('EINVAL', path);
      entries = entries.filter((_, i) => i !== index);
    },
    setRootReadOnly: () => {
      entries = entries.map((entry, i) =>
        i ? entry : { ...entry, info: { ...entry.info, readOnly: true } },
      );
    },
    enter: (location) => {
      if (entries.length === 1) return location;
      let at = location;
      for (;;) {
        const entry = entries.findLast(
          ({ over }) => over && over.fs === at.fs && over.ino === at.ino && sameMount(over.mount, at.mount),
        );
        if (!entry) return at;
        at = { ...entry.info.place, mount: entry.info };
      }
    },
    leave: ({ fs, ino, mount }) => {
      if (mount.place.fs !== fs || mount.place.ino !== ino) return undefined;
      return entries.find((entry) => sameMount(entry.info, mount))?.over;
    },
  };
  return table;
}

function shown({ options }: { options?: string }): { options?: string } {
  return options === undefined ? {} : { options };
}

/** Root's info is replaced when it turns read-only; its place stays. */
function sameMount(a: MountInfo, b: MountInfo): boolean {
  return a === b || (a.path === b.path && a.place === b.place);
}
