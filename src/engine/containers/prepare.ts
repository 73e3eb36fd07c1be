import { ApiError, type ApiErrorKind } from '../../api/api-error.ts';
import type { HostConfig } from '../../api/container-types.ts';
import { toBytes } from '../../lib/bytes.ts';
import { SysError } from '../../kernel/errno.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { ROOT_INO } from '../../kernel/files/inode-table.ts';
import { treeOf, type MemFs } from '../../kernel/files/mem-fs.ts';
import type { MountTable } from '../../kernel/files/mount-table.ts';
import { joinPath } from '../../kernel/files/path.ts';
import type { Cgroup } from '../../kernel/cgroup.ts';
import type { Kernel, PidNamespace } from '../../kernel/kernel.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord, MountRecord } from '../state.ts';
import { volumePath } from '../volumes/create.ts';
import { hostsFile, resolvConf } from '../networks/hosts-file.ts';
import type { ContainerCell } from './container-cell.ts';
import { mountSystem } from './system-mounts.ts';
import { mountTaskFiles } from './task-file-mounts.ts';

/** A container's root: its own files, /proc, /dev, the files the daemon provides, and its mounts. @throws SysError, ApiError */
export function prepareRoot(
  context: EngineContext,
  container: ContainerRecord,
  cell: ContainerCell,
  pids: PidNamespace,
  cgroup: Cgroup,
): MountTable {
  const { kernel } = context;
  const mounts = kernel.createMountTable(
    { fs: cell.fs, ino: cell.fs.root },
    {
      source: 'overlay',
      options: new OverlayOptions(container.id),
    },
  );
  const view = kernel.viewAsRoot(mounts);
  for (const directory of ['/proc', '/dev', '/sys', '/etc'])
    if (!view.exists(directory)) view.mkdirAll(directory);
  mountSystem(kernel, mounts, pids, cgroup, container.hostConfig);
  provideFiles(context, container, view, mounts);
  const sorted = [...container.mounts].sort((a, b) => a.destination.length - b.destination.length);
  for (const mount of sorted) mountOne(context, mount, view, mounts);
  mountTaskFiles(context.kernel, container.files ?? [], view, mounts);
  if (container.hostConfig.ReadonlyRootfs) mounts.setRootReadOnly();
  return mounts;
}

/** What /proc/mounts shows of a container's root, written when somebody looks. */
class OverlayOptions {
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  toString(): string {
    const folder = '/var/lib/docker/overlay2';
    const link = this.#id.slice(0, 26).toUpperCase();
    return `relatime,lowerdir=${folder}/l/${link},upperdir=${folder}/${this.#id}/diff,workdir=${folder}/${this.#id}/work`;
  }
}

/** /etc/hosts, /etc/hostname and /etc/resolv.conf are mounted over the image's, so that they never show in a diff. */
function provideFiles(
  context: EngineContext,
  container: ContainerRecord,
  view: FileView,
  mounts: MountTable,
): void {
  const texts = [
    sharedConf(resolvConf(container)),
    `${container.config.Hostname}\n`,
    hostsFile(context, container),
  ];
  const files = createProvidedFs(context.kernel, texts);
  for (const [index, name] of PROVIDED.entries()) {
    const target = `/etc/${name}`;
    if (!view.exists(target)) view.writeFile(target, '');
    mounts.mount(target, { fs: files, ino: ROOT_INO + 1 + index }, { source: '/dev/vda1' });
  }
}

let lastConf = '';

/** The text that was kept last, where it is the same: a thousand containers of one network have one resolv.conf. */
function sharedConf(text: string): string {
  if (text !== lastConf) lastConf = text;
  return lastConf;
}

const PROVIDED = ['resolv.conf', 'hostname', 'hosts'];

/** A file system with these files, numbered in order. They are made when the first is looked at: of a thousand containers few ever do. */
function createProvidedFs(kernel: Kernel, texts: readonly string[]): MemFs {
  return kernel.createFileSystem({
    type: 'ext4',
    onDisk: 'uncounted',
    from: () =>
      treeOf((fs) => {
        for (const [index, text] of texts.entries()) {
          const made = { type: 'file', mode: 0o644, uid: 0, gid: 0 } as const;
          fs.write(fs.create(fs.root, PROVIDED[index] ?? '', made), 0, toBytes(text));
        }
      }),
  });
}

function mountOne(context: EngineContext, mount: MountRecord, view: FileView, mounts: MountTable): void {
  const { kernel } = context;
  const host = kernel.viewAsRoot(kernel.hostMounts);
  if (mount.type === 'tmpfs') {
    const fs = kernel.createFileSystem({
      type: 'tmpfs',
      ...(mount.tmpfsOptions?.sizeBytes ? { sizeLimitBytes: mount.tmpfsOptions.sizeBytes } : {}),
    });
    if (!view.exists(mount.destination)) view.mkdirAll(mount.destination);
    fs.setAttributes(fs.root, { mode: mount.tmpfsOptions?.mode ?? 0o1777, mtimeMs: kernel.clock.now() });
    mounts.mount(mount.destination, { fs, ino: fs.root }, { readOnly: mount.readOnly });
    return;
  }
  const source =
    mount.type === 'volume' ? joinPath(volumePath(mount.name), mount.subpath ?? '') : mount.source;
  if (mount.type === 'volume' && mount.subpath && !host.exists(source))
    throw new ApiError(
      'invalidParameter',
      `cannot access path ${source}: lstat ${source}: no such file or directory`,
    );
  if (mount.type === 'volume' && !host.exists(source)) host.mkdirAll(source);
  if (mount.type === 'bind' && !host.exists(source)) host.mkdirAll(source);
  const isFile = host.stat(source).type !== 'directory';
  makeMountPoint(view, source, mount.destination, isFile);
  mounts.mount(mount.destination, host.resolve(source), { readOnly: mount.readOnly, source: '/dev/vda1' });
}

function makeMountPoint(view: FileView, source: string, path: string, isFile: boolean): void {
  const existing = view.statIfAny(path);
  if (existing && isFile !== (existing.type !== 'directory')) {
    throw new ApiError('invalidParameter', mountTypeMismatch(source, path));
  }
  if (existing) return;
  if (!isFile) return view.mkdirAll(path);
  view.mkdirAll(path.slice(0, path.lastIndexOf('/')) || '/');
  view.writeFile(path, '');
}

function mountTypeMismatch(source: string, path: string): string {
  return `failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "${source}" to rootfs at "${path}": mount ${source}:${path} (via /proc/self/fd/6), flags: 0x5000: not a directory: unknown: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type`;
}

export interface ContainerUser {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
  readonly home: string;
}

/** `user[:group]`, by name or number, as the container's own files know them, in further groups too. @throws ApiError */
export function findUser(view: FileView, spec: string, further: readonly string[] = []): ContainerUser {
  const [passwd, group] = [rowsOf(view, '/etc/passwd'), rowsOf(view, '/etc/group')];
  const key = `${spec} ${further.join()}`;
  if (lastUser?.passwd === passwd && lastUser.group === group && lastUser.key === key) return lastUser.user;
  const user = lookUpUser(passwd, group, spec, further);
  lastUser = { passwd, group, key, user };
  return user;
}

type Rows = readonly (readonly string[])[];

/** Who was found last, and in which rows: a thousand containers of one image share him. */
let lastUser:
  | { readonly passwd: Rows; readonly group: Rows; readonly key: string; readonly user: ContainerUser }
  | undefined;

function lookUpUser(passwd: Rows, groups: Rows, spec: string, further: readonly string[]): ContainerUser {
  const [user = '', group] = spec.split(':');
  const row = passwd.find(([name, , uid]) => (user === '' ? uid === '0' : name === user || uid === user));
  if (!row && user !== '' && !/^\d+$/.test(user)) {
    throw new ApiError('system', `unable to find user ${user}: no matching entries in passwd file`);
  }
  const uid = row ? Number(row[2]) : Number(user || 0);
  const ownGroup =
    group === undefined ? undefined : groups.find(([name, , gid]) => name === group || gid === group);
  if (group !== undefined && !ownGroup && !/^\d+$/.test(group)) {
    throw new ApiError('system', `unable to find group ${group}: no matching entries in group file`);
  }
  const gid = ownGroup ? Number(ownGroup[2]) : group === undefined ? Number(row?.[3] ?? 0) : Number(group);
  const extra = row
    ? groups
        .filter(([, , , members = '']) => members.split(',').includes(row[0] ?? ''))
        .map(([, , id]) => Number(id))
    : [];
  const added = further.map((wanted) => {
    const found = groups.find(([name, , id]) => name === wanted || id === wanted);
    if (!found && !/^\d+$/.test(wanted)) throw new ApiError('system', `Unable to find group ${wanted}`);
    return Number(found?.[2] ?? wanted);
  });
  return { uid, gid, groups: [...new Set([gid, ...extra, ...added])], home: row?.[5] || '/' };
}

/** `--group-add` */
export function groupsToAdd(host: HostConfig): readonly string[] {
  const groups = host['GroupAdd'];
  return Array.isArray(groups) ? groups.map(String) : [];
}

/** The rows of the last tables, by their text: containers of one image have the same. */
const lastRows = new Map<string, { readonly text: string; readonly rows: Rows }>();

function rowsOf(view: FileView, path: string): Rows {
  const text = view.exists(path) ? view.readText(path) : '';
  const last = lastRows.get(path);
  if (last?.text === text) return last.rows;
  const rows = text.split('\n').map((line) => line.split(':'));
  lastRows.set(path, { text, rows });
  return rows;
}

/** The environment of a container's processes; `linked` is what links add. @see moby v28 daemon/oci_linux.go, container/env.go */
export function containerEnvironment(
  container: ContainerRecord,
  user: ContainerUser,
  linked: readonly (readonly [string, string])[],
): Map<string, string> {
  const env = new Map([
    ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ['HOSTNAME', container.config.Hostname],
  ]);
  if (container.config.Tty) env.set('TERM', 'xterm');
  for (const [name, value] of linked) env.set(name, value);
  for (const entry of container.config.Env ?? []) {
    const equals = entry.indexOf('=');
    if (equals > 0) env.set(entry.slice(0, equals), entry.slice(equals + 1));
  }
  if (!env.has('HOME')) env.set('HOME', user.home);
  return env;
}

export interface StartFailure {
  readonly kind: ApiErrorKind;
  readonly exitCode: number;
  readonly message: string;
}

const CREATE =
  'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ';

/** What runc says of a process that could not be started; undefined for what is no such failure. */
export function startFailure(
  error: unknown,
  container: Pick<ContainerRecord, 'path' | 'config'>,
): StartFailure | undefined {
  if (error instanceof ApiError)
    return {
      kind: error.kind,
      exitCode: error.message.startsWith(CREATE) ? 127 : 128,
      message: error.message,
    };
  if (!(error instanceof SysError)) return undefined;
  const reason = execFailure(error, container.path, container.config.WorkingDir);
  return {
    kind: 'invalidParameter',
    exitCode: reason.exitCode,
    message: `${CREATE}${reason.text}: unknown${error.code === 'EISDIR' ? ': permission denied' : ''}`,
  };
}

/** runc's words for a failed exec, with the exit code Docker gives it. */
export function execFailure(
  error: SysError,
  program: string,
  cwd: string,
): { text: string; exitCode: number } {
  const words = error.message.toLowerCase();
  if (error.path === (cwd || '/') && error.code === 'ENOTDIR')
    return { text: `chdir to cwd ("${cwd}") set in config.json failed: not a directory`, exitCode: 126 };
  if (error.code === 'ENOENT' && !program.includes('/'))
    return { text: `exec: "${program}": executable file not found in $PATH`, exitCode: 127 };
  if (error.code === 'EISDIR') return { text: `exec: "${program}": is a directory`, exitCode: 126 };
  if (error.code === 'ENOEXEC') return { text: `exec ${program}: exec format error`, exitCode: 126 };
  if (error.code === 'ENOENT')
    return { text: `exec: "${program}": stat ${program}: no such file or directory`, exitCode: 127 };
  return { text: `exec: "${program}": ${words}`, exitCode: 126 };
}
