/** Go's nil slice: it prints as an empty list, and its JSON is null. */
export const NIL_SLICE: readonly unknown[] = Object.freeze(
  Object.defineProperty([], 'toJSON', { value: () => null }),
);

/** Go's nil map. */
export const NIL_MAP: Readonly<Record<string, unknown>> = Object.freeze(
  Object.defineProperty({}, 'toJSON', { value: () => null }),
);

/** Fields that the daemon's JSON may have as null, and that are lists or maps in the client's types: any other null is a nil pointer. @see moby v28.2.2 api/types */
const SLICES: ReadonlySet<string> = new Set([
  'Aliases', 'Args', 'Binds', 'BlkioDeviceReadBps', 'BlkioDeviceReadIOps', 'BlkioDeviceWriteBps', 'BlkioDeviceWriteIOps', 'BlkioWeightDevice', 'CapAdd', 'CapDrop', 'Cmd', 'Config',
  'DNSNames', 'DeviceCgroupRules', 'DeviceRequests', 'Devices', 'Dns', 'DnsOptions', 'DnsSearch', 'Entrypoint', 'Env', 'ExecIDs', 'ExtraHosts', 'GroupAdd', 'Layers', 'Links', 'MaskedPaths',
  'Mounts', 'OnBuild', 'Peers', 'ReadonlyPaths', 'RepoDigests', 'RepoTags', 'SecondaryIPAddresses', 'SecondaryIPv6Addresses', 'SecurityOpt', 'Shell', 'Ulimits', 'VolumesFrom', 'Warnings',
]); // prettier-ignore

const MAPS: ReadonlySet<string> = new Set([
  'Annotations', 'AuxiliaryAddresses', 'Containers', 'Data', 'DriverOpts', 'ExposedPorts', 'Labels', 'Networks', 'Options', 'PortBindings', 'Ports', 'Status', 'StorageOpt', 'Sysctls', 'Tmpfs',
  'Volumes',
]); // prettier-ignore

/** What a field of this name is where its JSON is null. */
export function nilOf(name: string): unknown {
  if (SLICES.has(name)) return NIL_SLICE;
  return MAPS.has(name) ? NIL_MAP : null;
}
