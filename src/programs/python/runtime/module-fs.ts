import type { Process } from '../../../kernel/process.ts';
import { toBytes } from '../../../lib/bytes.ts';
import type { EmscriptenFs } from './micropython-glue.mjs';

/** Emscripten's numbers of errors. */
const ENOENT = 44;
const DIRECTORY = 0o040755;
const FILE = 0o100644;

/** Where imports look: the files of the container, with the standard library laid over them. Sources are given as MicroPython can run them. */
export interface ModuleSources {
  /** Relative paths below `folder` and their sources. */
  readonly library: ReadonlyMap<string, string>;
  readonly folder: string;
  /** What `folder` is called in the image, and the sources that it holds compiled, by their paths there. */
  readonly imageFolder: string;
  readonly shipped: ReadonlyMap<string, string>;
  transform(source: string, of: 'program' | 'library'): { readonly code: string };
}

const FOLDER_STAT = statOf(DIRECTORY);
const FILE_STAT = statOf(FILE);

/** As much as is asked for, in Emscripten's names. */
function statOf(mode: number): object {
  const time = { getTime: () => 0 };
  return {
    dev: 1, ino: 1, mode, nlink: 1, uid: 0, gid: 0, rdev: 0, size: 0,
    atime: time, mtime: time, ctime: time, blksize: 4096, blocks: 0,
  }; // prettier-ignore
}

interface FsNode {
  path: string;
  node_ops: object;
  stream_ops: object;
}

interface FsStream {
  node: FsNode;
  position: number;
  content?: Uint8Array;
}

/** Puts the tree that imports see at the root of an instance's file system; it can only be read. */
export function mountModules(fs: EmscriptenFs, proc: Process, sources: ModuleSources): void {
  const tree = new ModuleTree(proc, sources);
  const create = (parent: unknown, name: string, path: string, directory: boolean): FsNode => {
    const node = fs.createNode(parent, name, directory ? DIRECTORY : FILE, 0) as unknown as FsNode;
    return Object.assign(node, { path, node_ops: nodeOps, stream_ops: streamOps });
  };
  // Made once: an import looks into several folders in vain.
  const missing = new fs.ErrnoError(ENOENT);
  const stat = (path: string): object => {
    const kind = tree.kind(path);
    if (!kind) throw missing;
    return kind === 'directory' ? FOLDER_STAT : FILE_STAT;
  };
  const nodeOps = {
    getattr: (node: FsNode) => stat(node.path),
    lookup: (parent: FsNode, name: string) => {
      const path = parent.path === '/' ? `/${name}` : `${parent.path}/${name}`;
      const kind = tree.kind(path);
      if (!kind) throw missing;
      return create(parent, name, path, kind === 'directory');
    },
  };
  const streamOps = {
    open: (stream: FsStream) => {
      stream.content = toBytes(tree.source(stream.node.path));
    },
    close: () => undefined,
    read: (stream: FsStream, buffer: Int8Array, offset: number, length: number, position: number) => {
      const piece = (stream.content ?? new Uint8Array(0)).subarray(position, position + length);
      buffer.set(piece, offset);
      return piece.length;
    },
    llseek: (stream: FsStream, offset: number, whence: number) =>
      whence === 1 ? stream.position + offset : offset,
  };
  // Paths of imports are whole and without dots: Emscripten's own walk would ask for each folder on the way.
  fs.stat = (path) => stat(path.startsWith('/') ? path : `/${path}`);
  fs.root = null;
  fs.mount({ mount: () => create(null, '/', '/', true) }, {}, '/');
}

class ModuleTree {
  readonly #proc: Process;
  readonly #sources: ModuleSources;
  readonly #folders = new Set<string>();

  constructor(proc: Process, sources: ModuleSources) {
    this.#proc = proc;
    this.#sources = sources;
    for (const path of sources.library.keys())
      for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1))
        this.#folders.add(path.slice(0, at));
  }

  kind(path: string): 'directory' | 'file' | undefined {
    const own = this.#inLibrary(path);
    if (own !== undefined && this.#sources.library.has(own)) return 'file';
    if (own !== undefined && (own === '' || this.#folders.has(own))) return 'directory';
    if (this.#sources.folder.startsWith(`${path}/`)) return 'directory';
    const stat = this.#proc.files.statIfAny(path);
    return stat?.type === 'directory' ? 'directory' : stat?.type === 'file' ? 'file' : undefined;
  }

  source(path: string): string {
    const own = this.#inLibrary(path);
    const text =
      (own === undefined ? undefined : this.#sources.library.get(own)) ?? this.#proc.files.readText(path);
    const shipped = own === undefined ? '' : `${this.#sources.imageFolder}/${own}`;
    if (this.#sources.shipped.get(shipped) === text)
      return `__compiled(${JSON.stringify(shipped)}, globals())\n`;
    return path.endsWith('.py')
      ? this.#sources.transform(text, own === undefined ? 'program' : 'library').code
      : text;
  }

  #inLibrary(path: string): string | undefined {
    const { folder } = this.#sources;
    if (path === folder) return '';
    return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
  }
}
