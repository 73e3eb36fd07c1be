import type { HostConfig } from '../../api/container-types.ts';
import type { Cgroup } from '../../kernel/cgroup.ts';
import type { FileSystem } from '../../kernel/files/file-system.ts';
import { treeOf, type FrozenTree } from '../../kernel/files/mem-fs.ts';
import type { MountTable } from '../../kernel/files/mount-table.ts';
import type { Kernel, PidNamespace } from '../../kernel/kernel.ts';

const DEFAULT_SHM_BYTES = 64 * 1024 * 1024;
const DEV_BYTES = 64 * 1024 * 1024;
const STICKY_TREE = treeOf((fs) => fs.setAttributes(fs.root, { mode: 0o1777 }));
const NO_EXEC = 'nosuid,nodev,noexec,relatime';

/** /proc, /dev and /sys of a container. Simplified: of sysfs only the control group is there. @see moby v28 oci/defaults.go DefaultLinuxSpec */
export function mountSystem(
  kernel: Kernel,
  mounts: MountTable,
  pids: PidNamespace,
  cgroup: Cgroup,
  host: HostConfig,
): void {
  const readOnly = !host.Privileged;
  const mount = (path: string, fs: FileSystem, source: string, options: string, ro = false): void =>
    mounts.mount(path, { fs, ino: fs.root }, { source, options, readOnly: ro });
  mount('/proc', kernel.createProcFs(pids), 'proc', NO_EXEC);
  mount('/dev', kernel.createDevFs(DEV_BYTES), 'tmpfs', 'nosuid,size=65536k,mode=755,inode64');
  const pts = kernel.createFileSystem({ type: 'devpts' });
  mount('/dev/pts', pts, 'devpts', 'nosuid,noexec,relatime,gid=5,mode=620,ptmxmode=666');
  mount('/sys', sysFs(kernel), 'sysfs', NO_EXEC, readOnly);
  mount('/sys/fs/cgroup', kernel.createCgroupFs(cgroup), 'cgroup', NO_EXEC, readOnly);
  mount('/dev/mqueue', stickyFs(kernel, 'mqueue'), 'mqueue', NO_EXEC);
  const shmBytes = host.ShmSize || DEFAULT_SHM_BYTES;
  mount(
    '/dev/shm',
    stickyFs(kernel, 'tmpfs', shmBytes),
    'shm',
    `${NO_EXEC},size=${Math.floor(shmBytes / 1024)}k,inode64`,
  );
}

/** A directory that everybody writes to. */
function stickyFs(kernel: Kernel, type: string, sizeLimitBytes = Infinity): FileSystem {
  return kernel.createFileSystem({ type, sizeLimitBytes, from: STICKY_TREE });
}

/** What is in /sys is as old as the machine: made once. */
const sysTrees = new WeakMap<Kernel, FrozenTree>();

function sysFs(kernel: Kernel): FileSystem {
  const from = sysTrees.get(kernel) ?? createSysTree(kernel);
  sysTrees.set(kernel, from);
  return kernel.createFileSystem({ type: 'sysfs', from });
}

function createSysTree(kernel: Kernel): FrozenTree {
  const fs = kernel.createFileSystem({ type: 'sysfs' });
  const view = kernel.viewAsRoot(kernel.createMountTable({ fs, ino: fs.root }));
  view.mkdirAll('/fs/cgroup');
  view.mkdirAll('/class/net');
  return fs.freeze();
}
