import { decodeBase64 } from '../../lib/base64.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import type { MountTable } from '../../kernel/files/mount-table.ts';
import type { ProvidedFile } from '../state.ts';

const SECRETS = '/run/secrets';

/**
 * Mounts the secrets and configs of a swarm's task: what is in /run/secrets as one tmpfs, every other file at its place; none can be written.
 * @see moby v28 daemon/container_operations_unix.go setupSecretDir, mountSecrets
 */
export function mountTaskFiles(
  kernel: Kernel,
  files: readonly ProvidedFile[],
  view: FileView,
  mounts: MountTable,
): void {
  const isInDirectory = ({ path }: ProvidedFile): boolean => path.startsWith(`${SECRETS}/`);
  const secrets = files.filter(isInDirectory);
  if (secrets.length) {
    if (!view.exists(SECRETS)) view.mkdirAll(SECRETS);
    const place = writeFiles(
      kernel,
      secrets.map((file) => ({ ...file, path: file.path.slice(SECRETS.length) })),
    );
    mounts.mount(SECRETS, place.resolve('/'), { source: 'tmpfs', readOnly: true });
  }
  for (const file of files.filter((other) => !isInDirectory(other))) {
    ensureFile(view, file.path);
    const place = writeFiles(kernel, [{ ...file, path: '/file' }]);
    mounts.mount(file.path, place.resolve('/file'), { source: 'tmpfs', readOnly: true });
  }
}

/** A file system of its own with these files. */
function writeFiles(kernel: Kernel, files: readonly ProvidedFile[]): FileView {
  const fs = kernel.createFileSystem({ type: 'tmpfs' });
  const view = kernel.viewAsRoot(kernel.createMountTable({ fs, ino: fs.root }));
  for (const { path, uid, gid, mode, content } of files) {
    ensureFile(view, path);
    view.writeFile(path, decodeBase64(content).bytes);
    view.chown(path, uid, gid);
    view.chmod(path, mode);
  }
  return view;
}

function ensureFile(view: FileView, path: string): void {
  const directory = path.slice(0, path.lastIndexOf('/')) || '/';
  if (!view.exists(directory)) view.mkdirAll(directory);
  if (!view.exists(path)) view.writeFile(path, '');
}
