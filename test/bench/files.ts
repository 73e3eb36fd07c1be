import { Volume } from 'memfs';
import type { FileView } from '../../src/kernel/files/file-view.ts';
import type { Ino } from '../../src/kernel/files/inode.ts';
import { MemFs } from '../../src/kernel/files/mem-fs.ts';
import { createMountTable } from '../../src/kernel/files/mount-table.ts';
import { systemView } from '../../src/kernel/files/view.ts';
import { median, timed, type Benchmark, type Row } from './measure.ts';

const RUNS = 7;
const FILES = 10_000;
const TEXT = 'some text that a file may hold\n'.repeat(16);
const PATHS = Array.from({ length: FILES }, (_, at) => `/tree/dir-${Math.floor(at / 100)}/file-${at}.txt`);
const FOLDERS = [...new Set(PATHS.map((path) => path.slice(0, path.lastIndexOf('/'))))];

const PIECE = new Uint8Array(64 * 1024).fill(7);
const PIECES = 1024;

/** Small files by their paths, and a large one piece by piece, in our file system and in the `memfs` package. */
export const files: Benchmark = async () => [
  await row(`write of ${FILES} files`, [makeView, writeAll], [makeVolume, writeAll]),
  await row(`read of ${FILES} files`, [() => filled(makeView), readAll], [() => filled(makeVolume), readAll]),
  await row('write of 64 MiB, by 64 KiB', [makeFile, writePieces], [makeVolumeFile, writePieces]),
  await row('read of 64 MiB, by 64 KiB', [() => full(makeFile), readPieces], [() => full(makeVolumeFile), readPieces]), // prettier-ignore
];

type Try<T> = readonly [prepare: () => T, body: (prepared: T) => void];

async function row<T>(name: string, ours: Try<T>, theirs: Try<T>): Promise<Row> {
  const { wall, cpu } = await timed(RUNS, ...ours);
  const peer = await timed(RUNS, ...theirs);
  const baselines = [{ name: 'memfs', median: median(peer.wall) }];
  return { name, median: median(wall), cpu: median(cpu), unit: 'ms', runs: RUNS, baselines };
}

/** Either one's whole files. */
interface Store {
  write(path: string, text: string): void;
  read(path: string): { readonly length: number };
}

function makeView(): Store {
  const { view } = emptySystem();
  for (const folder of FOLDERS) view.mkdirAll(folder);
  return { write: (path, text) => view.writeFile(path, text), read: (path) => view.readFile(path) };
}

function emptySystem(): { readonly fs: MemFs; readonly view: FileView } {
  let now = 0;
  const tick = (): number => ++now;
  const fs = new MemFs({ dev: 1, now: tick });
  return { fs, view: systemView(createMountTable({ fs, ino: fs.root }), tick) };
}

function makeVolume(): Store {
  const volume = new Volume();
  for (const folder of FOLDERS) volume.mkdirSync(folder, { recursive: true });
  return {
    write: (path, text) => volume.writeFileSync(path, text),
    read: (path) => volume.readFileSync(path) as Uint8Array,
  };
}

function filled(make: () => Store): Store {
  const store = make();
  writeAll(store);
  return store;
}

function writeAll(store: Store): void {
  for (const path of PATHS) store.write(path, TEXT);
}

function readAll(store: Store): void {
  let bytes = 0;
  for (const path of PATHS) bytes += store.read(path).length;
  if (bytes !== FILES * TEXT.length) throw new Error(`read ${bytes} bytes`);
}

/** Either one's open file. */
interface Large {
  write(offset: number, bytes: Uint8Array): void;
  read(offset: number, length: number): number;
}

function makeFile(): Large {
  const { fs } = emptySystem();
  const ino: Ino = fs.create(fs.root, 'large', { type: 'file', mode: 0o644, uid: 0, gid: 0 });
  return {
    write: (offset, bytes) => fs.write(ino, offset, bytes),
    read: (offset, length) => fs.read(ino, offset, length).length,
  };
}

function makeVolumeFile(): Large {
  const volume = new Volume();
  const fd = volume.openSync('/large', 'w+');
  return {
    write: (offset, bytes) => void volume.writeSync(fd, bytes, 0, bytes.length, offset),
    // As ours does, it gives bytes of its own.
    read: (offset, length) => volume.readSync(fd, new Uint8Array(length), 0, length, offset),
  };
}

function full(make: () => Large): Large {
  const large = make();
  writePieces(large);
  return large;
}

function writePieces(large: Large): void {
  for (let at = 0; at < PIECES; at++) large.write(at * PIECE.length, PIECE);
}

function readPieces(large: Large): void {
  let bytes = 0;
  for (let at = 0; at < PIECES; at++) bytes += large.read(at * PIECE.length, PIECE.length);
  if (bytes !== PIECES * PIECE.length) throw new Error(`read ${bytes} bytes`);
}
