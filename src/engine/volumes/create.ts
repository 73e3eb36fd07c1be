import { ApiError } from '../../api/api-error.ts';
import type { VolumeCreateRequest, Volume } from '../../api/network-types.ts';
import type { EngineContext, NewEvent } from '../engine-context.ts';
import type { MountRecord, VolumeRecord } from '../state.ts';
import { formatTime } from '../time-format.ts';

/** Where a volume's files are on the machine. */
export function volumePath(name: string): string {
  return `/var/lib/docker/volumes/${name}/_data`;
}

export function volumeEvent(name: string, action: string, attributes: Record<string, string> = {}): NewEvent {
  return {
    Type: 'volume',
    Action: action,
    Actor: { ID: name, Attributes: { ...attributes, driver: 'local' } },
  };
}

/** Existing ones are given back as they are. @throws ApiError invalidParameter for a bad name */
export function volumeCreate(
  context: EngineContext,
  request: VolumeCreateRequest,
  anonymous = false,
): Volume {
  const { store, kernel } = context;
  const name = request.Name || kernel.random.hex(64);
  const existing = store.state.volumes.get(name);
  if (existing) return toVolume(existing);
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) {
    throw new ApiError(
      'invalidParameter',
      `create ${name}: ${name.length === 1 ? 'volume name is too short, names should be at least two alphanumeric characters' : `"${name}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`}`,
    );
  }
  if (request.Driver && request.Driver !== 'local') {
    throw new ApiError(
      'notFound',
      `create ${name}: error looking up volume plugin ${request.Driver}: plugin "${request.Driver}" not found`,
    );
  }
  checkOptions(name, request.DriverOpts ?? {});
  kernel.viewAsRoot(kernel.hostMounts).mkdirAll(volumePath(name));
  const volume: VolumeRecord = {
    name,
    driver: 'local',
    createdMs: kernel.clock.now(),
    labels: {
      ...request.Labels,
      ...(anonymous || !request.Name ? { 'com.docker.volume.anonymous': '' } : {}),
    },
    options: request.DriverOpts ?? {},
    anonymous: anonymous || !request.Name,
  };
  store.commit(
    (state) => ({ ...state, volumes: state.volumes.set(name, volume) }),
    [volumeEvent(name, 'create')],
  );
  return toVolume(volume);
}

/** @throws ApiError for what the local driver does not know. @see moby v28 volume/local/local_unix.go validateOpts */
function checkOptions(name: string, options: Readonly<Record<string, string>>): void {
  const unknown = Object.keys(options).find((key) => !['type', 'o', 'device', 'size'].includes(key));
  if (unknown !== undefined)
    throw new ApiError('invalidParameter', `create ${name}: invalid option: ${JSON.stringify(unknown)}`);
  if (options['size'] !== undefined)
    throw new ApiError('invalidParameter', `create ${name}: quota size requested but no quota support`);
  const mount = ['device', 'type', 'o'].some((key) => options[key] !== undefined);
  const missing = mount ? ['device', 'type'].find((key) => options[key] === undefined) : undefined;
  if (missing !== undefined)
    throw new ApiError('invalidParameter', `create ${name}: missing required option: "${missing}"`);
}

/** As Go writes maps. */
function sorted(values: Readonly<Record<string, string>>): Record<string, string> | null {
  const entries = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length ? Object.fromEntries(entries) : null;
}

export function toVolume(volume: VolumeRecord): Volume {
  return {
    CreatedAt: formatTime(Math.floor(volume.createdMs / 1000) * 1000),
    Driver: volume.driver,
    Labels: sorted(volume.labels),
    Mountpoint: volumePath(volume.name),
    Name: volume.name,
    Options: sorted(volume.options),
    Scope: 'local',
  };
}

/** Makes the volumes a container mounts; nameless ones get a name. */
export function ensureVolumes(context: EngineContext, mounts: readonly MountRecord[]): MountRecord[] {
  return mounts.map((mount) => {
    if (mount.type !== 'volume') return mount;
    const { Name } = volumeCreate(context, { Name: mount.name }, mount.name === '');
    return { ...mount, name: Name, source: volumePath(Name) };
  });
}
