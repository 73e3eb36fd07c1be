import { MemFs, type FrozenTree } from '../../kernel/files/mem-fs.ts';
import { createMountTable } from '../../kernel/files/mount-table.ts';
import { readTree } from '../../kernel/files/tree.ts';
import { systemView } from '../../kernel/files/view.ts';

const FOLDERS = ['/proc', '/dev', '/sys', '/etc'];
const FILES = ['/etc/resolv.conf', '/etc/hostname', '/etc/hosts'];

/** By image: all of its containers begin with one tree. */
const made = new WeakMap<FrozenTree, FrozenTree>();

/**
 * An image's files with the places that the daemon mounts over, where it lacks them: Docker's init layer. It depends on the image alone, not on the time, so
 * that containers share it, in memory and when they are saved. @see moby v28 daemon/initlayer/setup_unix.go
 */
export function initLayer(image: FrozenTree): FrozenTree {
  const known = made.get(image) ?? addPlaces(image);
  made.set(image, known);
  return known;
}

function addPlaces(image: FrozenTree): FrozenTree {
  const reader = readTree(image);
  const madeMs = (reader.stat('/etc') ?? reader.stat('/'))?.mtimeMs ?? 0;
  const fs = new MemFs({ dev: 0, from: image, now: () => madeMs });
  const view = systemView(createMountTable({ fs, ino: fs.root }), () => madeMs);
  for (const path of FOLDERS) if (!view.lstatIfAny(path)) view.mkdir(path, 0o755);
  if (view.statIfAny('/etc')?.type !== 'directory') return fs.freeze();
  for (const path of FILES) if (!view.lstatIfAny(path)) view.writeFile(path, '');
  return fs.freeze();
}
