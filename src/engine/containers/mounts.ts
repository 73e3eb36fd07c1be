import { ApiError } from '../../api/api-error.ts';
import type { ContainerConfig, HostConfig, Mount } from '../../api/container-types.ts';
import { cleanPath } from '../../lib/clean-path.ts';
import { parseBinarySize } from '../../lib/human-size.ts';
import {
  parseVolumeSpec,
  toMountPoint,
  VolumeSpecError,
  type MountPointSpec,
} from '../../lib/volume-spec.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord, MountRecord } from '../state.ts';
import { findContainer } from './find.ts';

/**
 * What a container mounts where: --volumes-from first, then -v, --mount and --tmpfs (which may not meet), then the image's volumes where nothing else is.
 * @throws ApiError @see moby v28 daemon/volumes.go registerMountPoints
 */
export function planMounts(context: EngineContext, config: ContainerConfig, host: HostConfig): MountRecord[] {
  const byPlace = new Map<string, MountRecord>();
  for (const from of host.VolumesFrom ?? []) {
    for (const mount of inherited(context, from)) byPlace.set(mount.destination, mount);
  }
  const asked = new Set<string>();
  const add = (mount: MountRecord): void => {
    if (asked.has(mount.destination)) {
      throw new ApiError('invalidParameter', `Duplicate mount point: ${mount.destination}`);
    }
    asked.add(mount.destination);
    byPlace.set(mount.destination, mount);
  };
  for (const bind of host.Binds ?? []) add(readable(() => toRecord(parseVolumeSpec(bind))));
  for (const mount of host.Mounts ?? []) add(specMount(context, mount));
  for (const [place, options] of Object.entries(host.Tmpfs ?? {})) add(tmpfsMount(cleanPath(place), options));
  for (const place of Object.keys(config.Volumes ?? {}).map(cleanPath)) {
    if (!byPlace.has(place)) byPlace.set(place, anonymousVolume(place));
  }
  return [...byPlace.values()];
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof VolumeSpecError) throw new ApiError('invalidParameter', error.message);
    throw error;
  }
}

/** `container[:ro|rw]` */
function inherited(context: EngineContext, reference: string): MountRecord[] {
  const [name = '', mode = 'rw', ...rest] = reference.split(':');
  if (name === '' || rest.length)
    throw new ApiError('invalidParameter', `malformed volumes-from specification: ${reference}`);
  if (!/^(?:ro|rw|z|Z)(?:,(?:ro|rw|z|Z))*$/.test(mode)) {
    throw new ApiError('invalidParameter', `invalid mode for volumes-from: ${mode}`);
  }
  return sourceOfMounts(context, name).mounts.map((mount) => ({
    ...mount,
    anonymous: false,
    readOnly: mode.split(',').includes('ro') || mount.readOnly,
  }));
}

/** @throws ApiError, never "not found": a client would take that for the image and pull it */
function sourceOfMounts(context: EngineContext, name: string): ContainerRecord {
  try {
    return findContainer(context.store.state, name);
  } catch (error) {
    if (error instanceof ApiError) throw new ApiError('invalidParameter', error.message);
    throw error;
  }
}

function toRecord(spec: MountPointSpec): MountRecord {
  const isVolume = spec.type === 'volume';
  return {
    type: isVolume ? 'volume' : 'bind',
    name: spec.name,
    source: spec.source,
    destination: spec.destination,
    readOnly: !spec.rw,
    mode: spec.mode || (isVolume ? 'z' : ''),
    anonymous: isVolume && spec.name === '',
    ...(isVolume && !spec.copyData ? { noCopy: true } : {}),
  };
}

function anonymousVolume(destination: string): MountRecord {
  return { type: 'volume', name: '', source: '', destination, readOnly: false, mode: '', anonymous: true };
}

/** `--mount`. A bind's source must be there. */
function specMount(context: EngineContext, mount: Mount): MountRecord {
  const spec = readable(() => toMountPoint(mount));
  if (spec.type === 'image') {
    throw new ApiError('notSimulated', 'mounts of type image');
  }
  if (spec.type === 'tmpfs')
    return { ...tmpfsMount(spec.destination, ''), readOnly: !spec.rw, ...tmpfsLimits(mount) };
  const view = context.kernel.viewAsRoot(context.kernel.hostMounts);
  if (spec.type === 'bind' && !view.exists(spec.source)) {
    if (!mount.BindOptions?.CreateMountpoint) {
      throw new ApiError(
        'invalidParameter',
        `invalid mount config for type "bind": bind source path does not exist: ${spec.source}`,
      );
    }
    view.mkdirAll(spec.source);
  }
  const subpath = mount.VolumeOptions?.Subpath;
  return { ...toRecord(spec), ...(subpath ? { subpath } : {}) };
}

function tmpfsLimits({ TmpfsOptions = {} }: Mount): Pick<MountRecord, 'tmpfsOptions'> {
  const { SizeBytes: sizeBytes, Mode: mode } = TmpfsOptions;
  return { tmpfsOptions: { ...(sizeBytes ? { sizeBytes } : {}), ...(mode ? { mode } : {}) } };
}

/** `--tmpfs /run:rw,size=64m,mode=1777`. @throws ApiError @see moby v28 container/container_unix.go TmpfsMounts */
function tmpfsMount(destination: string, options: string): MountRecord {
  if (!destination.startsWith('/')) {
    throw new ApiError(
      'invalidParameter',
      `invalid mount path: '${destination}' mount path must be absolute`,
    );
  }
  checkTmpfsOptions(options);
  const words = new Map(options.split(',').map((word) => word.split('=', 2) as [string, string | undefined]));
  const size = words.get('size');
  const mode = words.get('mode');
  return {
    type: 'tmpfs',
    name: '',
    source: '',
    destination,
    readOnly: words.has('ro'),
    mode: '',
    anonymous: false,
    tmpfsOptions: {
      ...(size ? { sizeBytes: parseBinarySize(size) } : {}),
      ...(mode ? { mode: parseInt(mode, 8) } : {}),
    },
  };
}

const TMPFS_FLAGS = new Set(['ro', 'rw', 'exec', 'noexec', 'suid', 'nosuid', 'dev', 'nodev', 'sync', 'async', 'dirsync', 'remount', 'mand', 'nomand', 'atime', 'noatime', 'diratime', 'nodiratime', 'bind', 'rbind', 'private', 'rprivate', 'shared', 'rshared', 'slave', 'rslave', 'unbindable', 'runbindable', 'relatime', 'norelatime', 'strictatime', 'nostrictatime', 'defaults']); // prettier-ignore
const TMPFS_VALUES = new Set(['size', 'mode', 'uid', 'gid', 'nr_inodes', 'nr_blocks', 'mpol']);

/** @throws ApiError. Simplified: moby finds it when the container starts. @see moby/sys mount/flags_unix.go MergeTmpfsOptions */
function checkTmpfsOptions(options: string): void {
  for (const option of options.split(',').filter((word) => word !== '' && !TMPFS_FLAGS.has(word))) {
    const parts = option.includes('=')
      ? [option.slice(0, option.indexOf('=')), option.slice(option.indexOf('=') + 1)]
      : [option];
    if (parts.length === 2 && TMPFS_VALUES.has(parts[0] ?? '')) continue;
    const shown = parts.map((part) => JSON.stringify(part)).join(' ');
    throw new ApiError('invalidParameter', `invalid tmpfs option [${shown}]`);
  }
}
