import type { FileView } from './file-view.ts';
import { DEVICE_NUMBERS } from './devices.ts';
import { treeOf, type FrozenTree, type MemFs } from './mem-fs.ts';

/** Fills an empty file system, seen at its root, with the devices every container has. @see OCI runtime-spec, default devices */
function fillDevFs(view: FileView): void {
  for (const name of ['null', 'zero', 'full', 'random', 'urandom', 'tty'] as const) {
    view.mknod(`/${name}`, 'char', 0o666, DEVICE_NUMBERS[name]);
    view.chmod(`/${name}`, 0o666);
  }
  view.mkdir('/pts', 0o755);
  view.mkdir('/mqueue', 0o1777);
  view.mkdir('/shm', 0o1777);
  view.chmod('/shm', 0o1777);
  for (const [name, target] of [
    ['fd', '/proc/self/fd'],
    ['stdin', '/proc/self/fd/0'],
    ['stdout', '/proc/self/fd/1'],
    ['stderr', '/proc/self/fd/2'],
    ['ptmx', 'pts/ptmx'],
  ] as const) {
    view.symlink(target, `/${name}`);
  }
}

/** What is in every /dev, as old as the file system it is put into. */
export function deviceTree(viewOf: (fs: MemFs) => FileView): FrozenTree {
  return treeOf((fs) => fillDevFs(viewOf(fs)));
}
