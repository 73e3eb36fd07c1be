import { SysError } from './errno.ts';
import type { FileSystem } from './files/file-system.ts';
import { isCapable } from './files/permissions.ts';
import type { ProcessEntry } from './process-entry.ts';

/** What mount(2) is asked for. Simplified: a tmpfs or another name for a directory; there are no other devices. */
export interface MountRequest {
  readonly path: string;
  readonly type: 'tmpfs' | 'bind';
  /** The directory or file of a bind; else only shown. */
  readonly source: string;
  readonly readOnly: boolean;
  /** Of a tmpfs. */
  readonly sizeBytes?: number;
}

/** Mounts it for all that share the process's mounts. @throws SysError EPERM, ENOENT, ENOTDIR */
export function mountFor(
  entry: ProcessEntry,
  request: MountRequest,
  createTmpfs: (sizeBytes: number | undefined) => FileSystem,
): void {
  const { view } = entry;
  if (!isCapable(entry, 'SYS_ADMIN')) throw new SysError('EPERM', request.path);
  const path = view.realpath(request.path);
  const { readOnly, source } = request;
  if (request.type === 'bind') {
    const place = view.resolve(source);
    view.mounts.mount(path, place, { readOnly, source: '/dev/vda1' });
    return;
  }
  if (view.stat(path).type !== 'directory') throw new SysError('ENOTDIR', request.path);
  const fs = createTmpfs(request.sizeBytes);
  fs.setAttributes(fs.root, { mode: 0o1777 });
  const size = request.sizeBytes === undefined ? '' : `,size=${Math.floor(request.sizeBytes / 1024)}k`;
  view.mounts.mount(path, { fs, ino: fs.root }, { readOnly, source, options: `relatime${size},inode64` });
}

/** @throws SysError EPERM, EINVAL where nothing is mounted there, EBUSY for the root */
export function unmountFor(entry: ProcessEntry, path: string): void {
  const { view } = entry;
  if (!isCapable(entry, 'SYS_ADMIN')) throw new SysError('EPERM', path);
  const real = view.realpath(path);
  if (real === '/') throw new SysError('EBUSY', path);
  view.mounts.unmount(real);
}
