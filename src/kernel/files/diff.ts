import type { Ino } from './inode.ts';
import type { Inode, InodeTable } from './inode-table.ts';
import { joinPath } from './path.ts';

/** One path that differs between two versions of a tree. Absolute. */
export interface TreeChange {
  readonly path: string;
  readonly kind: 'modified' | 'added' | 'deleted';
}

/**
 * What changed from one version of a tree to another, sorted by path, in time proportional to the change. Directories on the way to a change count as
 * modified (they were copied up), the root does not; what lies under a deleted directory is not listed.
 * @see moby v28 pkg/archive/changes.go
 */
export function diffTrees(before: InodeTable, after: InodeTable): TreeChange[] {
  const found = new Map<string, TreeChange['kind']>();
  const oldPaths = new PathFinder(before);
  const newPaths = new PathFinder(after);
  for (const change of after.inodes.changesSince(before.inodes)) {
    const { before: old, after: now } = change;
    if (!old || !now) continue;
    if (old.entries && now.entries) {
      const path = newPaths.directoryPath(change.key);
      if (path === undefined || path !== oldPaths.directoryPath(change.key)) continue;
      if (attributesDiffer(old, now)) found.set(path, 'modified');
      compareEntries(before, after, old, now, path, found);
    } else if (old.data !== now.data || attributesDiffer(old, now)) {
      for (const path of newPaths.filePaths(change.key, now)) {
        if (!found.has(path)) found.set(path, 'modified');
      }
    }
  }
  addAncestors(found);
  found.delete('/');
  return [...found]
    .map(([path, kind]) => ({ path, kind }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function attributesDiffer(a: Inode, b: Inode): boolean {
  return (
    a.mode !== b.mode ||
    a.uid !== b.uid ||
    a.gid !== b.gid ||
    a.target !== b.target ||
    (a.type === 'file' && a.mtimeMs !== b.mtimeMs)
  );
}

function compareEntries(
  before: InodeTable,
  after: InodeTable,
  old: Inode,
  now: Inode,
  path: string,
  found: Map<string, TreeChange['kind']>,
): void {
  if (!old.entries || !now.entries) return;
  for (const { key: name, before: oldIno, after: newIno } of now.entries.changesSince(old.entries)) {
    const child = joinPath(path, name);
    const inode = newIno === undefined ? undefined : after.inodes.get(newIno);
    if (!inode) {
      found.set(child, 'deleted');
      continue;
    }
    found.set(child, oldIno === undefined ? 'added' : 'modified');
    const replaced = oldIno === undefined ? undefined : before.inodes.get(oldIno);
    if (replaced?.entries && inode.entries) compareEntries(before, after, replaced, inode, child, found);
    else if (inode.entries) addAll(after, inode, child, found);
  }
}

function addAll(
  table: InodeTable,
  directory: Inode,
  path: string,
  found: Map<string, TreeChange['kind']>,
): void {
  for (const [name, ino] of directory.entries ?? []) {
    const child = joinPath(path, name);
    found.set(child, 'added');
    const inode = table.inodes.get(ino);
    if (inode?.entries) addAll(table, inode, child, found);
  }
}

function addAncestors(found: Map<string, TreeChange['kind']>): void {
  for (const path of [...found.keys()]) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const parent = path.slice(0, slash);
      if (found.has(parent)) break;
      found.set(parent, 'modified');
    }
  }
}

/** Finds paths from inodes, upwards. */
class PathFinder {
  readonly #table: InodeTable;
  readonly #paths = new Map<Ino, string | undefined>();
  readonly #names = new Map<Ino, Map<Ino, string[]>>();

  constructor(table: InodeTable) {
    this.#table = table;
    this.#paths.set(table.root, '/');
  }

  directoryPath(ino: Ino): string | undefined {
    if (this.#paths.has(ino)) return this.#paths.get(ino);
    const parent = this.#table.inodes.get(ino)?.parents[0];
    const base = parent === undefined ? undefined : this.directoryPath(parent);
    const name = parent === undefined ? undefined : this.#namesIn(parent).get(ino)?.[0];
    const path = base === undefined || name === undefined ? undefined : joinPath(base, name);
    this.#paths.set(ino, path);
    return path;
  }

  *filePaths(ino: Ino, inode: Inode): Generator<string> {
    for (const parent of new Set(inode.parents)) {
      const base = this.directoryPath(parent);
      if (base === undefined) continue;
      for (const name of this.#namesIn(parent).get(ino) ?? []) yield joinPath(base, name);
    }
  }

  #namesIn(dir: Ino): Map<Ino, string[]> {
    let names = this.#names.get(dir);
    if (names) return names;
    names = new Map();
    for (const [name, ino] of this.#table.inodes.get(dir)?.entries ?? []) {
      names.set(ino, [...(names.get(ino) ?? []), name]);
    }
    this.#names.set(dir, names);
    return names;
  }
}
