import { toBytes } from '../../lib/bytes.ts';
import { SysError } from '../errno.ts';
import type { FileSystem } from './file-system.ts';
import type { DirEntry, Ino, Stat } from './inode.ts';
import type { OpenFile } from './open-file.ts';
import { joinPath } from './path.ts';

interface NodeAttributes {
  /** Permission bits other than usual. */
  readonly mode?: number;
  /** Root's unless given. */
  readonly owner?: { readonly uid: number; readonly gid: number };
}

/** What a generated path is right now. */
export type ProcNode = NodeAttributes &
  (
    | { readonly type: 'directory'; readonly names: () => string[] }
    | { readonly type: 'file'; readonly text: () => string; readonly write?: (text: string) => void }
    | { readonly type: 'symlink'; readonly target: string; readonly file?: OpenFile }
  );

const ROOT = { uid: 0, gid: 0 };

/**
 * A read-only file system whose content is made when it is looked at. `look` tells what is at a path of it, or undefined.
 */
export class ProcFs implements FileSystem {
  readonly type: string;
  readonly dev: number;
  readonly root: Ino = 1;
  readonly readOnly = false;
  readonly #look: (path: string) => ProcNode | undefined;
  readonly #now: () => number;
  /** Paths by number and back, from the first look on: few of a thousand containers' are ever looked at. */
  #known: { readonly paths: string[]; readonly inos: Map<string, Ino> } | undefined;

  constructor(type: string, dev: number, look: (path: string) => ProcNode | undefined, now: () => number) {
    this.type = type;
    this.dev = dev;
    this.#look = look;
    this.#now = now;
  }

  #node(ino: Ino): ProcNode {
    const node = this.#look(this.#path(ino));
    if (!node) throw new SysError('ENOENT');
    return node;
  }

  #path(ino: Ino): string {
    return ino === this.root ? '/' : (this.#known?.paths[ino] ?? '');
  }

  #ino(path: string): Ino {
    this.#known ??= { paths: ['', '/'], inos: new Map([['/', this.root]]) };
    const { paths, inos } = this.#known;
    let ino = inos.get(path);
    if (ino === undefined) {
      ino = paths.push(path) - 1;
      inos.set(path, ino);
    }
    return ino;
  }

  stat(ino: Ino): Stat {
    const node = this.#node(ino);
    const usual =
      node.type === 'directory' ? 0o555 : node.type === 'symlink' ? 0o777 : node.write ? 0o644 : 0o444;
    const now = this.#now();
    return {
      type: node.type, ino, dev: this.dev, mode: node.mode ?? usual, nlink: 1, ...(node.owner ?? ROOT),  size: 0, blocks: 0, rdev: [0, 0], atimeMs: now, mtimeMs: now, ctimeMs: now,
    }; // prettier-ignore
  }

  lookup(dir: Ino, name: string): Ino | undefined {
    const path = joinPath(this.#path(dir), name);
    return this.#look(path) ? this.#ino(path) : undefined;
  }

  entries(dir: Ino): DirEntry[] {
    const node = this.#node(dir);
    if (node.type !== 'directory') throw new SysError('ENOTDIR');
    const base = this.#path(dir);
    return node
      .names()
      .map((name) => {
        const path = joinPath(base, name);
        return { name, ino: this.#ino(path), type: this.#look(path)?.type ?? ('file' as const) };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  parent(dir: Ino): Ino {
    const path = this.#path(dir);
    return this.#ino(path.slice(0, path.lastIndexOf('/')) || '/');
  }

  readlink(ino: Ino): string {
    const node = this.#node(ino);
    if (node.type !== 'symlink') throw new SysError('EINVAL');
    return node.target;
  }

  openLink(ino: Ino): OpenFile | undefined {
    const node = this.#look(this.#path(ino));
    return node?.type === 'symlink' ? node.file : undefined;
  }

  read(ino: Ino, offset: number, length: number): Uint8Array {
    const node = this.#node(ino);
    if (node.type === 'directory') throw new SysError('EISDIR');
    return node.type === 'file' ? toBytes(node.text()).slice(offset, offset + length) : new Uint8Array(0);
  }

  write(ino: Ino, _offset: number, bytes: Uint8Array): void {
    const node = this.#node(ino);
    if (node.type !== 'file' || !node.write) throw new SysError('EACCES');
    node.write(new TextDecoder().decode(bytes));
  }

  truncate(): void {}

  create(): never {
    throw new SysError('ENOENT');
  }
  link(): never {
    throw new SysError('EPERM');
  }
  unlink(): never {
    throw new SysError('EPERM');
  }
  rmdir(): never {
    throw new SysError('EPERM');
  }
  rename(): never {
    throw new SysError('EPERM');
  }
  setAttributes(): never {
    throw new SysError('EPERM');
  }
  retain(): void {}
  release(): void {}
  watch(): () => void {
    return () => undefined;
  }
}
