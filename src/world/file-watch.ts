import type { FileView } from '../kernel/files/file-view.ts';
import { joinPath } from '../kernel/files/path.ts';
import type { WorldChange, WorldRecords } from './mirror.ts';

/** Most files of the project folder that are followed. */
const LIMIT = 2000;

type FileRecord = WorldRecords['file'];

/** Compares the project folder with what was told before. */
export class FileWatch {
  readonly #folder: string;
  readonly #known = new Map<string, { record: FileRecord; mark: string }>();
  #revision = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What is new, changed or gone since the last call. */
  changes(view: FileView): WorldChange[] {
    const changes: WorldChange[] = [];
    const seen = new Set<string>();
    if (view.statIfAny(this.#folder)?.type === 'directory') this.#scan(view, this.#folder, seen, changes);
    for (const path of this.#known.keys()) {
      if (seen.has(path)) continue;
      this.#known.delete(path);
      changes.push({ kind: 'file', id: path });
    }
    return changes;
  }

  #scan(view: FileView, folder: string, seen: Set<string>, changes: WorldChange[]): void {
    for (const { name, type } of view.readDir(folder)) {
      if (seen.size >= LIMIT || (type !== 'file' && type !== 'directory' && type !== 'symlink')) continue;
      const path = joinPath(folder, name);
      const stat = view.lstat(path);
      const mark =
        type === 'directory'
          ? `directory ${stat.ino}`
          : `${type} ${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`;
      seen.add(path);
      if (this.#known.get(path)?.mark !== mark) {
        const record: FileRecord = { path, type, revision: ++this.#revision };
        this.#known.set(path, { record, mark });
        changes.push({ kind: 'file', id: path, value: record });
      }
      if (type === 'directory') this.#scan(view, path, seen, changes);
    }
  }
}
