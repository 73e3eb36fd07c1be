import { ApiError } from '../../api/api-error.ts';
import type { ContainerConfig, HostConfig, Mount } from '../../api/container-types.ts';
import type { EngineContext } from '../engine-context.ts';
import type { MountRecord } from '../state.ts';
import { findContainer } from './find.ts';

/** What a container mounts where: -v, --mount, --tmpfs, --volumes-from and the image's volumes; a later one for the same place wins. */
export function planMounts(context: EngineContext, config: ContainerConfig, host: HostConfig): MountRecord[] {
  const byPlace = new Map<string, MountRecord>();
  const add = (mount: MountRecord): void => void byPlace.set(mount.destination, mount);
  for (const from of host.VolumesFrom ?? []) inherited(context, from).forEach(add);
  for (const bind of host.Binds ?? []) add(bindMount(bind));
  for (const mount of host.Mounts ?? []) add(specMount(context, mount));
  for (const [destination, options] of Object.entries(host.Tmpfs ?? {})) add(tmpfsMount(destination, options));
  for (const destination of Object.keys(config.Volumes ?? {})) if (!byPlace.has(destination)) add(volumeMount('', destination, 'z'));
  return [...byPlace.values()];
}

function inherited(context: EngineContext, reference: string): MountRecord[] {
  const [name = '', mode] = reference.split(':');
  return findContainer(context.store.state, name).mounts.map((mount) => ({ ...mount, anonymous: false, readOnly: mode === 'ro' || mount.readOnly }));
}

function volumeMount(name: string, destination: string, mode: string): MountRecord {
  return { type: 'volume', name, source: '', destination, readOnly: mode.split(',').includes('ro'), mode, anonymous: name === '' };
}

/** `source:destination[:mode]`, where a source without slash is a volume's name. */
function bindMount(bind: string): MountRecord {
  const [source = '', destination = '', mode = ''] = bind.split(':');
  if (!source.startsWith('/')) return volumeMount(source, destination, mode || 'z');
  return { type: 'bind', name: '', source, destination, readOnly: mode.split(',').includes('ro'), mode, anonymous: false };
}

function specMount(context: EngineContext, mount: Mount): MountRecord {
  const base = { destination: mount.Target, readOnly: mount.ReadOnly ?? false, anonymous: false };
  if (mount.Type === 'tmpfs') {
    const { SizeBytes: sizeBytes, Mode: mode } = mount.TmpfsOptions ?? {};
    return { ...base, type: 'tmpfs', name: '', source: '', mode: '', tmpfsOptions: { ...(sizeBytes ? { sizeBytes } : {}), ...(mode ? { mode } : {}) } };
  }
  if (mount.Type === 'volume') {
    return { ...base, type: 'volume', name: mount.Source ?? '', source: '', mode: 'z', anonymous: !mount.Source, noCopy: mount.VolumeOptions?.NoCopy ?? false };
  }
  const source = mount.Source ?? '';
  const view = context.kernel.viewAsRoot(context.kernel.hostMounts);
  if (!view.exists(source)) {
    throw new ApiError('invalidParameter', `invalid mount config for type "bind": bind source path does not exist: ${source}`);
  }
  return { ...base, type: 'bind', name: '', source, mode: '' };
}

function tmpfsMount(destination: string, options: string): MountRecord {
  const size = /(?:^|,)size=(\d+)([kmg]?)/i.exec(options);
  const unit = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[size?.[2]?.toLowerCase() ?? ''] ?? 1;
  return {
    type: 'tmpfs',
    name: '',
    source: '',
    destination,
    readOnly: options.split(',').includes('ro'),
    mode: '',
    anonymous: false,
    ...(size ? { tmpfsOptions: { sizeBytes: Number(size[1]) * unit } } : {}),
  };
}
