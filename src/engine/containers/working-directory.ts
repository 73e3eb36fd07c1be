import { ApiError } from '../../api/api-error.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { MemFs } from '../../kernel/files/mem-fs.ts';

/**
 * A new container's files get its working directory, owned by root, where the image lacks it.
 * @throws ApiError where something that is no directory is in its place @see moby v28 container/container_unix.go SetupWorkingDirectory
 */
export function makeWorkingDirectory(kernel: Kernel, fs: MemFs, path: string | undefined): void {
  if (!path) return;
  const view = kernel.viewAsRoot(kernel.createMountTable({ fs, ino: fs.root }));
  try {
    view.mkdirAll(path);
  } catch (error) {
    if (!isSysError(error, 'ENOTDIR') && !isSysError(error, 'EEXIST')) throw error;
  }
  if (view.statIfAny(path)?.type !== 'directory')
    throw new ApiError('system', `Cannot mkdir: ${path} is not a directory`);
}
