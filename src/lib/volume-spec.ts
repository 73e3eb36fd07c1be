import { cleanPath } from './clean-path.ts';

/** A mount as a client asks for it; structurally the API's `Mount`. */
export interface MountConfig {
  Type: string;
  Source?: string;
  Target: string;
  ReadOnly?: boolean;
  BindOptions?: { Propagation?: string; NonRecursive?: boolean; CreateMountpoint?: boolean };
  VolumeOptions?: {
    NoCopy?: boolean;
    Labels?: Record<string, string>;
    DriverConfig?: { Name?: string; Options?: Record<string, string> };
    Subpath?: string;
  };
  TmpfsOptions?: { SizeBytes?: number; Mode?: number };
}

/** A mount as the daemon understood it. */
export interface MountPointSpec {
  type: string;
  source: string;
  destination: string;
  name: string;
  driver: string;
  mode: string;
  rw: boolean;
  propagation: string;
  copyData: boolean;
  spec: MountConfig;
}

/** The daemon refuses a mount; the message is moby's. */
export class VolumeSpecError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'VolumeSpecError';
  }
}

const DEFAULT_PROPAGATION = 'rprivate';
const PROPAGATIONS = new Set(['private', 'rprivate', 'slave', 'rslave', 'shared', 'rshared']);
/** A mode may have one word of each group. */
const MODE_GROUPS: readonly ReadonlySet<string>[] = [
  new Set(['rw', 'ro']),
  new Set(['z', 'Z']),
  PROPAGATIONS,
  new Set(['nocopy']),
  new Set(['consistent', 'cached', 'delegated', 'default']),
];

/**
 * Reads `-v` as the daemon does: `[source:]target[:mode]`. A source with a leading slash is a bind, any other a volume's name.
 * @throws VolumeSpecError
 * @see moby v28 volume/mounts/linux_parser.go ParseMountRaw
 */
export function parseVolumeSpec(raw: string, volumeDriver = ''): MountPointSpec {
  const parts = raw.split(':');
  const invalid = `invalid volume specification: '${raw}'`;
  const isModeOnly = parts.length === 2 && isValidMode(parts[1] ?? '');
  if (parts[0] === '' || parts.length > 3 || isModeOnly) throw new VolumeSpecError(invalid);
  const mode = parts[2] ?? '';
  if (!isValidMode(mode)) throw new VolumeSpecError(`invalid mode: ${mode}`);
  const source = parts.length > 1 ? (parts[0] ?? '') : '';
  const target = (parts.length > 1 ? parts[1] : parts[0]) ?? '';
  const config = toMountConfig(source, target, mode, volumeDriver);
  try {
    return { ...toMountPoint(config), mode };
  } catch (error) {
    if (error instanceof VolumeSpecError) throw new VolumeSpecError(`${invalid}: ${error.message}`);
    throw error;
  }
}

function toMountConfig(source: string, target: string, mode: string, volumeDriver: string): MountConfig {
  const words = mode.split(',');
  const type = source.startsWith('/') ? 'bind' : 'volume';
  const propagation = words.find((word) => PROPAGATIONS.has(word));
  const noCopy = words.includes('nocopy');
  const hasDriver = volumeDriver !== '' && type === 'volume';
  return {
    Type: type,
    ...(source !== '' && { Source: source }),
    Target: target,
    ReadOnly: words.includes('ro'),
    ...((hasDriver || noCopy) && {
      VolumeOptions: {
        ...(hasDriver && { DriverConfig: { Name: volumeDriver } }),
        ...(noCopy && { NoCopy: true }),
      },
    }),
    ...(propagation !== undefined && { BindOptions: { Propagation: propagation } }),
  };
}

/** Whether a mode such as `ro,z` is valid; empty is. */
export function isValidMode(mode: string): boolean {
  if (mode === '') return true;
  const counts = new Map<number, number>();
  for (const word of mode.split(',')) {
    const group = MODE_GROUPS.findIndex((words) => words.has(word));
    if (group < 0) return false;
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts.values()].every((count) => count === 1);
}

/**
 * Checks a mount of the API and completes it. Whether a bind's source exists is for the caller to ask.
 * @throws VolumeSpecError
 * @see moby v28 volume/mounts/linux_parser.go ParseMountSpec
 */
export function toMountPoint(config: MountConfig): MountPointSpec {
  const problem = mountProblem(config);
  if (problem !== undefined) {
    throw new VolumeSpecError(`invalid mount config for type "${config.Type}": ${problem}`);
  }
  const isVolume = config.Type === 'volume';
  const isBind = config.Type === 'bind';
  const hasPropagation = isBind || config.Type === 'image';
  const source = config.Source ?? '';
  return {
    type: config.Type,
    source: isBind ? cleanPath(source) : isVolume ? '' : source,
    destination: cleanPath(config.Target),
    name: isVolume ? source : '',
    driver: isVolume ? (config.VolumeOptions?.DriverConfig?.Name ?? '') : '',
    mode: '',
    rw: config.ReadOnly !== true,
    propagation: hasPropagation ? (config.BindOptions?.Propagation ?? DEFAULT_PROPAGATION) : '',
    copyData: isVolume && config.VolumeOptions?.NoCopy !== true,
    spec: config,
  };
}

function mountProblem(config: MountConfig): string | undefined {
  if (config.Target === '') return 'field Target must not be empty';
  const target = config.Target.replaceAll('\\', '/');
  if (cleanPath(target) === '/') return "invalid specification: destination can't be '/'";
  return absoluteProblem(target) ?? typeProblem(config);
}

function absoluteProblem(path: string): string | undefined {
  return path.startsWith('/') ? undefined : `invalid mount path: '${path}' mount path must be absolute`;
}

function typeProblem(config: MountConfig): string | undefined {
  const source = config.Source ?? '';
  switch (config.Type) {
    case 'bind': {
      if (source === '') return 'field Source must not be empty';
      const propagation = config.BindOptions?.Propagation ?? '';
      if (propagation !== '' && !PROPAGATIONS.has(propagation))
        return `invalid propagation mode: ${propagation}`;
      if (config.VolumeOptions) return 'field VolumeOptions must not be specified';
      return absoluteProblem(source);
    }
    case 'volume':
      return volumeProblem(config, source);
    case 'tmpfs':
      if (config.BindOptions) return 'field BindOptions must not be specified';
      return source === '' ? undefined : 'field Source must not be specified';
    case 'image':
      if (config.BindOptions) return 'field BindOptions must not be specified';
      return source === '' ? 'field Source must not be empty' : undefined;
    default:
      return 'mount type unknown';
  }
}

function volumeProblem(config: MountConfig, source: string): string | undefined {
  if (config.BindOptions) return 'field BindOptions must not be specified';
  const subpath = config.VolumeOptions?.Subpath ?? '';
  if (subpath !== '' && source === '') return 'must not set Subpath when using anonymous volumes';
  if (subpath.startsWith('/') || cleanPath(subpath).startsWith('..')) {
    return 'subpath must be a relative path within the volume';
  }
  if (config.ReadOnly === true && source === '') {
    return 'must not set ReadOnly mode when using anonymous volumes';
  }
  return undefined;
}
