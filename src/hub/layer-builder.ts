import type { FileSourceEntry } from '../api/file-source.ts';
import type { RegistryLayer } from '../api/registry.ts';
import { toBytes } from '../lib/bytes.ts';

/** What images are made of besides text: the content of an executable that names a program. */
export interface Toolbox {
  /** Content of an executable of ours, for the architecture that the image is for; `release` is what the program takes itself for, where it knows several. */
  stub(program: string, release?: string): Uint8Array;
  /** Whether the simulation has this program at all: what it lacks is not installed. */
  has(program: string): boolean;
  /** Names busybox answers to. */
  readonly applets: readonly string[];
  /** Files of a package as npm installs it, below its folder. */
  nodeModule(name: string): ReadonlyMap<string, string>;
}

/** Collects a layer's files; folders on the way are made. */
export class LayerBuilder {
  readonly #entries = new Map<string, FileSourceEntry>();
  readonly #mtimeMs: number;

  constructor(created: string) {
    this.#mtimeMs = new Date(created).getTime();
  }

  #add(
    path: string,
    entry: Omit<FileSourceEntry, 'path' | 'uid' | 'gid' | 'mtimeMs'>,
    owner = 0,
    group = owner,
  ): this {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (parent && !this.#entries.has(parent)) this.directory(parent);
    this.#entries.set(path, { path, uid: owner, gid: group, mtimeMs: this.#mtimeMs, ...entry });
    return this;
  }

  directory(path: string, mode = 0o755, owner = 0, group = owner): this {
    const read = (): Uint8Array => new Uint8Array(0);
    return this.#add(path, { type: 'directory', mode, size: 0, read }, owner, group);
  }

  file(path: string, content: string | Uint8Array, mode = 0o644): this {
    const bytes = typeof content === 'string' ? toBytes(content) : content;
    return this.#add(path, { type: 'file', mode, size: bytes.length, read: () => bytes });
  }

  /** A file whose content begins so and is zeros after that: it weighs what the real one does and stores nothing. */
  weight(path: string, sizeBytes: number, head: string | Uint8Array = '', mode = 0o644): this {
    const bytes = typeof head === 'string' ? toBytes(head) : head;
    return this.#add(path, { type: 'file', mode, size: sizeBytes, read: () => bytes });
  }

  symlink(path: string, target: string): this {
    return this.#add(path, { type: 'symlink', mode: 0o777, size: 0, target, read: () => new Uint8Array(0) });
  }

  /** The layer, with the size it has on the wire. */
  build(compressedBytes: number): RegistryLayer {
    const entries = [...this.#entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return { compressedBytes, entries: () => entries };
  }
}
