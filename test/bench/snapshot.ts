import { Volume } from 'memfs';
import { toBytes } from '../../src/lib/bytes.ts';
import { diffTrees } from '../../src/kernel/files/diff.ts';
import { MemFs } from '../../src/kernel/files/mem-fs.ts';
import { createMountTable } from '../../src/kernel/files/mount-table.ts';
import type { FileView } from '../../src/kernel/files/file-view.ts';
import { systemView } from '../../src/kernel/files/view.ts';
import { median, times, type Benchmark } from './measure.ts';

const RUNS = 5;
const FILES = 10_000;
const CHANGED = 10;
const TEXT = 'some text that a file may hold\n'.repeat(16);

/** Paths of 10,000 files, a hundred to a folder. */
const PATHS = Array.from({ length: FILES }, (_, at) => `/tree/dir-${Math.floor(at / 100)}/file-${at}.txt`);
const TO_CHANGE = PATHS.filter((_, at) => at % (FILES / CHANGED) === 0);

/** Takes a version of a tree, changes ten files of it, and finds which. Against doing so with copies of all files. */
export const snapshot: Benchmark = async () => {
  const ours = await times(RUNS, makeTree, ({ fs, view }) => {
    const before = fs.freeze();
    for (const path of TO_CHANGE) view.writeFile(path, 'changed\n');
    const changed = diffTrees(before, fs.freeze()).filter(({ path }) => path.endsWith('.txt'));
    mustFind(changed.length);
  });
  const baselines = [
    { name: 'copying plain objects', median: median(await times(RUNS, makeObject, changeObject)) },
    { name: 'copying a memfs volume', median: median(await times(RUNS, makeVolume, changeVolume)) },
  ];
  return [{ name: 'snapshot + diff, 10,000 files', median: median(ours), unit: 'ms', runs: RUNS, baselines }];
};

function mustFind(count: number): void {
  if (count !== CHANGED) throw new Error(`found ${count} changes instead of ${CHANGED}`);
}

function makeTree(): { fs: MemFs; view: FileView } {
  let now = 0;
  const tick = (): number => ++now;
  const fs = new MemFs({ dev: 1, now: tick });
  const view = systemView(createMountTable({ fs, ino: fs.root }), tick);
  for (const path of PATHS) {
    view.mkdirAll(path.slice(0, path.lastIndexOf('/')));
    view.writeFile(path, TEXT);
  }
  return { fs, view };
}

type Files = Record<string, { mode: number; data: Uint8Array }>;

function makeObject(): Files {
  return Object.fromEntries(PATHS.map((path) => [path, { mode: 0o644, data: toBytes(TEXT) }]));
}

function changeObject(files: Files): void {
  const before: Files = {};
  for (const [path, file] of Object.entries(files)) before[path] = { ...file, data: file.data.slice() };
  for (const path of TO_CHANGE) files[path] = { mode: 0o644, data: toBytes('changed\n') };
  const changed = PATHS.filter((path) => {
    const [old, now] = [before[path]?.data, files[path]?.data];
    return old?.length !== now?.length || old?.some((byte, at) => byte !== now?.[at]);
  });
  mustFind(changed.length);
}

function makeVolume(): Volume {
  return Volume.fromJSON(Object.fromEntries(PATHS.map((path) => [path, TEXT])));
}

function changeVolume(volume: Volume): void {
  const before = Volume.fromJSON(volume.toJSON());
  for (const path of TO_CHANGE) volume.writeFileSync(path, 'changed\n');
  const [old, now] = [before.toJSON(), volume.toJSON()];
  mustFind(PATHS.filter((path) => old[path] !== now[path]).length);
}
