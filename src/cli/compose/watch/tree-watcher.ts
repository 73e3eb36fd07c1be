import { joinPath } from '../../../kernel/files/path.ts';
import type { Process } from '../../../kernel/process.ts';

/** A file or folder as it was seen. */
interface Seen {
  /** Whatever differs once its content, its kind or the file behind the name is another; a folder's own content does not count. */
  readonly stamp: string;
  readonly stop: () => void;
}

/** Sees what changes in trees of files: names that are there, and names that are not there any more. */
export class TreeWatcher {
  readonly #proc: Process;
  readonly #roots: readonly string[];
  readonly #onChange: () => void;
  #seen: ReadonlyMap<string, Seen>;

  /** @param onChange called after every change, also where it is one that `look` then leaves out; must not wait */
  constructor(proc: Process, roots: readonly string[], onChange: () => void) {
    this.#proc = proc;
    this.#roots = roots;
    this.#onChange = onChange;
    this.#seen = this.#scan(new Map());
  }

  /** The paths of what has changed since the last look, in order. */
  look(): string[] {
    const before = this.#seen;
    this.#seen = this.#scan(before);
    const paths = new Set([...before.keys(), ...this.#seen.keys()]);
    return [...paths].filter((path) => before.get(path)?.stamp !== this.#seen.get(path)?.stamp).sort();
  }

  close(): void {
    for (const { stop } of this.#seen.values()) stop();
    this.#seen = new Map();
  }

  #scan(before: ReadonlyMap<string, Seen>): Map<string, Seen> {
    const seen = new Map<string, Seen>();
    for (const root of this.#roots) this.#visit(root, before, seen);
    for (const [path, { stop, stamp }] of before) if (seen.get(path)?.stamp !== stamp) stop();
    return seen;
  }

  #visit(path: string, before: ReadonlyMap<string, Seen>, seen: Map<string, Seen>): void {
    const { files } = this.#proc;
    const stat = files.lstatIfAny(path);
    if (!stat || seen.has(path)) return;
    const identity = `${stat.type} ${stat.dev} ${stat.ino}`;
    const stamp = stat.type === 'directory' ? identity : `${identity} ${stat.size} ${stat.mtimeMs}`;
    const known = before.get(path);
    if (known?.stamp === stamp) seen.set(path, known);
    else {
      const { fs, ino } = files.resolve(path, { noFollow: true });
      // A callback of its own: what stops the last watch of an inode must not stop this one.
      seen.set(path, { stamp, stop: fs.watch(ino, () => this.#onChange()) });
    }
    if (stat.type === 'directory')
      for (const { name } of files.readDir(path)) this.#visit(joinPath(path, name), before, seen);
  }
}
