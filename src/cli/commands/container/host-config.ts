import type { HostConfig, RestartPolicy } from '../../../api/container-types.ts';
import type { Process } from '../../../kernel/process.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { parseKeyValue } from '../../opts/key-value.ts';
import { parseMountSpec } from '../../opts/mount-spec.ts';
import { parseUlimit } from '../../opts/ulimit-spec.ts';
import { devices } from './devices.ts';
import { namespaces } from './namespaces.ts';
import { readSpec } from './read-spec.ts';
import { resources } from './resources.ts';
import { securityOptions } from './security-options.ts';

/** What of a HostConfig other flags and the place have told already. */
export interface HostContext {
  readonly proc: Process;
  readonly binds: readonly string[];
  readonly portBindings: NonNullable<HostConfig['PortBindings']>;
}

/** How the machine is to treat the container; what no flag names is left out. @throws CliError with status 125. @see docker/cli v28.2.2 cli/command/container/opts.go */
export function hostConfig(flags: FlagValues, { proc, binds, portBindings }: HostContext): HostConfig {
  const { cwd } = proc.files;
  const mounts = flags.list('mount').map((text) => readSpec(() => parseMountSpec(text, cwd)));
  const host: HostConfig = {
    Binds: orNull(binds),
    ...devices(flags),
    ...namespaces(flags),
    PortBindings: portBindings,
    PublishAllPorts: flags.bool('publish-all'),
    RestartPolicy: restartPolicy(flags.string('restart')),
    AutoRemove: flags.bool('rm'),
    VolumesFrom: orNull(flags.list('volumes-from')),
    ...(mounts.length ? { Mounts: mounts } : {}),
    ...logConfig(flags),
    ...securityOptions(proc, flags),
    ...storageOptions(flags),
    ...capabilities(flags),
    Dns: [...flags.list('dns')],
    DnsOptions: [...flags.list('dns-option'), ...flags.list('dns-opt')],
    DnsSearch: [...flags.list('dns-search')],
    ExtraHosts: orNull(flags.list('add-host')),
    GroupAdd: orNull(flags.list('group-add')),
    Links: orNull(flags.list('link')),
    Privileged: flags.bool('privileged'),
    ReadonlyRootfs: flags.bool('read-only'),
    Ulimits: ulimits(flags.list('ulimit')),
    ...resources(flags),
    ...text(flags, {
      cidfile: 'ContainerIDFile',
      isolation: 'Isolation',
      runtime: 'Runtime',
      'volume-driver': 'VolumeDriver',
    }),
    ...map(flags, 'annotation', 'Annotations'),
    ...map(flags, 'sysctl', 'Sysctls'),
    ...(flags.has('init') ? { Init: flags.bool('init') } : {}),
    ...(flags.has('tmpfs') ? { Tmpfs: Object.fromEntries(flags.list('tmpfs').map(tmpfs)) } : {}),
  };
  if (host.AutoRemove && host.RestartPolicy?.Name !== 'no')
    throw new CliError('conflicting options: cannot specify both --restart and --rm');
  return host;
}

/** An empty list is null on the wire. */
function orNull(list: readonly string[]): string[] | null {
  return list.length ? [...list] : null;
}

/** Fields that are a flag's text. */
function text(flags: FlagValues, fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([flag, field]) => {
      const value = flags.string(flag);
      return value ? [[field, value]] : [];
    }),
  );
}

function map(flags: FlagValues, flag: string, field: string): Record<string, Record<string, string>> {
  return flags.has(flag) ? { [field]: Object.fromEntries(flags.list(flag).map(parseKeyValue)) } : {};
}

/** `on-failure:3`. @throws CliError. @see docker/cli v28.2.2 opts/parse.go ParseRestartPolicy */
export function restartPolicy(text: string | undefined): RestartPolicy {
  const [name = '', count] = splitOnce(text || 'no');
  if (name === '') throw new CliError('invalid restart policy format: no policy provided before colon');
  if (count !== undefined && !/^[+-]?\d+$/.test(count))
    throw new CliError('invalid restart policy format: maximum retry count must be an integer');
  return { Name: name as RestartPolicy['Name'], MaximumRetryCount: Number(count ?? 0) };
}

function splitOnce(text: string): [string, string?] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text] : [text.slice(0, colon), text.slice(colon + 1)];
}

/** @throws CliError for options of the driver that has none */
function logConfig(flags: FlagValues): Pick<HostConfig, 'LogConfig'> {
  const driver = flags.string('log-driver') ?? '';
  const options = flags.list('log-opt');
  if (driver === 'none' && options.length > 0) throw new CliError('invalid logging opts for driver none');
  if (driver === '' && options.length === 0) return {};
  return { LogConfig: { Type: driver, Config: Object.fromEntries(options.map(parseKeyValue)) } };
}

function storageOptions(flags: FlagValues): { StorageOpt?: Record<string, string> } {
  const options = flags.list('storage-opt');
  if (options.some((option) => !option.includes('='))) throw new CliError('invalid storage option');
  return options.length ? { StorageOpt: Object.fromEntries(options.map(parseKeyValue)) } : {};
}

/** In capitals, with `CAP_`, sorted, each once; what is added is not dropped. @see docker/cli v28.2.2 opts/capabilities.go EffectiveCapAddCapDrop */
function capabilities(flags: FlagValues): Pick<HostConfig, 'CapAdd' | 'CapDrop'> {
  const [add, drop] = [normalize(flags.list('cap-add')), normalize(flags.list('cap-drop'))];
  if (add.includes('RESET')) return { CapAdd: null, CapDrop: null };
  const added = add.includes('ALL') ? ['ALL'] : add;
  const dropped = drop.includes('ALL') ? ['ALL'] : drop.filter((name) => !added.includes(name));
  return { CapAdd: orNull(added), CapDrop: orNull(dropped) };
}

function normalize(names: readonly string[]): string[] {
  const full = names.map((text) => {
    const name = text.trim().toUpperCase();
    return name === 'ALL' || name === 'RESET' || name.startsWith('CAP_') ? name : `CAP_${name}`;
  });
  return [...new Set(full)].sort();
}

/** Each kind once, the last one given, by name. */
function ulimits(list: readonly string[]): NonNullable<HostConfig['Ulimits']> {
  const byName = new Map(list.map((text) => [parseUlimit(text).Name, parseUlimit(text)]));
  return [...byName.values()].sort((a, b) => (a.Name < b.Name ? -1 : 1));
}

/** `/run:size=64m` → path and options. */
function tmpfs(value: string): [path: string, options: string] {
  const [path, options = ''] = splitOnce(value);
  return [path, options];
}
