import { describe, expect, it } from 'vitest';
import { toText } from '../../lib/bytes.ts';
import { diffTrees } from './diff.ts';
import { sparseData } from './file-data.ts';
import { MemFs, type FrozenTree } from './mem-fs.ts';
import { createMountTable } from './mount-table.ts';
import { EMPTY_TREE, readTree, sourceOf, writeSource } from './tree.ts';
import { encodeTree, TreeDecoder } from './tree-codec.ts';
import { systemView } from './view.ts';

function build(from?: FrozenTree) {
  const fs = new MemFs({ dev: 1, now: () => 1000, ...(from ? { from } : {}) });
  const mounts = createMountTable({ fs, ino: fs.root });
  return { fs, mounts, view: systemView(mounts, () => 1000) };
}

describe('paths', () => {
  it('follows symlinks and ..', () => {
    const { view } = build();
    view.mkdirAll('/a/b');
    view.writeFile('/a/b/f', 'hi');
    view.symlink('a/b', '/link');
    expect(view.readText('/link/../b/f')).toBe('hi');
    expect(view.realpath('/link/f')).toBe('/a/b/f');
    view.symlink('/loop', '/loop');
    expect(() => view.stat('/loop')).toThrow('Too many levels of symbolic links');
    expect(() => view.stat('/a/b/f/')).toThrow('Not a directory');
  });

  it('a bind mount is the very inode, files too', () => {
    const { mounts, view } = build();
    view.mkdirAll('/data');
    view.mkdirAll('/mnt');
    view.writeFile('/data/f', 'one');
    mounts.mount('/mnt', view.resolve('/data'));
    view.writeFile('/mnt/f', 'two');
    expect(view.readText('/data/f')).toBe('two');
    view.chdir('/mnt');
    expect(view.cwd).toBe('/mnt');
    expect(view.stat('..').ino).toBe(view.stat('/').ino);
    mounts.mount('/data/f', view.resolve('/mnt/f'), { readOnly: true });
    expect(() => view.writeFile('/data/f', 'no')).toThrow('Read-only file system');
    expect(() => view.unlink('/data/f')).toThrow('Device or resource busy');
  });

  it('an open file outlives its name; hard links count', () => {
    const { fs, view } = build();
    view.writeFile('/f', 'text');
    view.link('/f', '/g');
    expect(view.stat('/f').nlink).toBe(2);
    const file = view.open('/f');
    file.retain();
    view.unlink('/f');
    view.unlink('/g');
    expect(toText(file.read(10) as Uint8Array)).toBe('text');
    file.release();
    expect(fs.freeze().inodes.size).toBe(1);
  });
});

describe('versions', () => {
  it('a fork never shows in what it came from, byte by byte', () => {
    const base = build();
    base.view.writeFile('/log', 'a');
    const frozen = base.fs.freeze();
    const fork = build(frozen);
    fork.view.writeFile('/log', 'b', { append: true });
    base.view.writeFile('/log', 'c', { append: true });
    expect(fork.view.readText('/log')).toBe('ab');
    expect(base.view.readText('/log')).toBe('ac');
    expect(toText(readTree(frozen).readFile('/log'))).toBe('a');
  });

  it('diff lists changes with their directories', () => {
    const base = build();
    base.view.mkdirAll('/etc/app/deep');
    base.view.writeFile('/etc/app/deep/conf', '1');
    base.view.writeFile('/old', 'x');
    const before = base.fs.freeze();
    const fork = build(before);
    fork.view.writeFile('/etc/app/deep/conf', '2');
    fork.view.mkdirAll('/new/dir');
    fork.view.writeFile('/new/dir/f', '');
    fork.view.unlink('/old');
    expect(diffTrees(before, fork.fs.freeze()).map((change) => `${change.kind[0]} ${change.path}`)).toEqual([
      'm /etc',
      'm /etc/app',
      'm /etc/app/deep',
      'm /etc/app/deep/conf',
      'a /new',
      'a /new/dir',
      'a /new/dir/f',
      'd /old',
    ]);
  });

  it('a handed-over tree arrives with modes, links and sparse files', () => {
    const from = build();
    from.view.mkdirAll('/src/sub');
    from.view.writeFile('/src/sub/run', '#!', { mode: 0o755 });
    from.view.symlink('sub/run', '/src/link');
    from.view.truncate('/src/sub/run', 5_000_000);
    const to = build();
    to.view.mkdirAll('/dst');
    expect(writeSource(to.view, '/dst', sourceOf(from.view, '/src'))).toBe(5_000_000);
    expect([to.view.stat('/dst/link').size, to.view.stat('/dst/sub/run').mode]).toEqual([5_000_000, 0o755]);
  });

  it('saved and loaded trees are equal and still share what they shared', async () => {
    const base = build();
    for (let i = 0; i < 300; i++) base.view.writeFile(`/f${i}`, `file ${i}`);
    const before = base.fs.freeze();
    const fork = build(before);
    fork.view.writeFile('/f7', 'changed');
    const after = fork.fs.freeze();
    const blobs = new Map<string, Uint8Array>();
    const put = (hash: string, bytes: () => Uint8Array) =>
      void (blobs.has(hash) || blobs.set(hash, bytes().slice()));
    const first = encodeTree(before, put);
    let told = 0;
    const second = encodeTree(after, (hash, bytes) => (told++, put(hash, bytes)), first);
    expect(second.saved).toEqual(encodeTree(after, put).saved);
    // The chunk of the file, that of its folder, and the contents in them: not those of 300 files.
    expect(told).toBeLessThan(300);
    const saved = [first.saved, second.saved] as const;
    const decoder = new TreeDecoder(async (hash) => blobs.get(hash) as Uint8Array);
    const [a, b] = [await decoder.decode(saved[0]), await decoder.decode(saved[1])];
    expect(diffTrees(a, b)).toEqual([{ path: '/f7', kind: 'modified' }]);
    expect(toText(readTree(b).readFile('/f7'))).toBe('changed');
    expect(saved[0].chunks.some((chunk) => saved[1].chunks.includes(chunk))).toBe(true);
  });

  it('a file without stored bytes reads as zeros', () => {
    expect(sparseData(10)).toEqual({ size: 10, pages: [], stored: 0 });
    expect(EMPTY_TREE.bytes).toBe(0);
  });
});
