import { CliError } from '../../cli-error.ts';
import { isMap, mapOf, textOf, type YamlMap } from '../../yaml/yaml-value.ts';
import { decodeEntry, extensionsOf } from './decode-section.ts';
import { CLUSTER, FILE, NETWORK, VOLUME } from './objects.data.ts';

/** What loading one file needs. */
export interface LoadContext {
  /** Of version 3.MINOR. */
  readonly minor: number;
  absolute(path: string): string;
  warn(message: string): void;
}

/** @throws CliError. @see docker/cli v28.2.2 cli/compose/loader/loader.go LoadNetworks */
export function loadNetwork(name: string, source: YamlMap, context: LoadContext): YamlMap {
  const network = decodeEntry(NETWORK, source);
  if (network['external'] === undefined) return network;
  return { ...withName('network', name, network, context), ...extensionsOf(source) };
}

/** @throws CliError. @see docker/cli v28.2.2 cli/compose/loader/loader.go LoadVolumes */
export function loadVolume(name: string, source: YamlMap, context: LoadContext): YamlMap {
  const cluster = source['x-cluster-spec'];
  const volume: YamlMap = {
    ...decodeEntry(VOLUME, source),
    ...(isMap(cluster) && { 'x-cluster-spec': decodeEntry(CLUSTER, cluster) }),
  };
  if (volume['external'] === undefined) return volume;
  const conflict = ['driver', 'driver_opts', 'labels'].find((key) => volume[key] !== undefined);
  if (conflict !== undefined)
    throw new CliError(`conflicting parameters "external" and "${conflict}" specified for volume "${name}"`);
  return { ...withName('volume', name, volume, context), ...extensionsOf(source) };
}

/** @throws CliError. @see docker/cli v28.2.2 cli/compose/loader/loader.go loadFileObjectConfig */
export function loadFile(
  kind: 'secret' | 'config',
  name: string,
  source: YamlMap,
  context: LoadContext,
): YamlMap {
  const file = decodeEntry(FILE, source);
  const path = textOf(file['file']);
  if (file['external'] !== undefined)
    return { ...withName(kind, name, file, context), ...extensionsOf(source) };
  if (file['driver'] !== undefined) {
    if (path !== undefined)
      throw new CliError(
        `${kind} ${name}: ${kind}.driver and ${kind}.file conflict; only use ${kind}.driver`,
      );
    return { ...file, ...extensionsOf(source) };
  }
  const { name: own, ...others } = file;
  return {
    ...(own !== undefined && { name: own }),
    file: context.absolute(path ?? ''),
    ...withoutFile(others),
    ...extensionsOf(source),
  };
}

function withoutFile(map: YamlMap): YamlMap {
  return Object.fromEntries(Object.entries(map).filter(([key]) => key !== 'file'));
}

/** What is there already, under the name that it has there. @throws CliError */
function withName(kind: string, key: string, { name, ...object }: YamlMap, context: LoadContext): YamlMap {
  const known = textOf(mapOf(object['external'])['name']);
  if (known === undefined) return { name: name ?? key, ...object, external: true };
  if (name !== undefined)
    throw new CliError(
      `${kind} ${key}: ${kind}.external.name and ${kind}.name conflict; only use ${kind}.name`,
    );
  if (context.minor >= (kind === 'volume' ? 4 : 5))
    context.warn(`${kind} ${key}: ${kind}.external.name is deprecated in favor of ${kind}.name`);
  return { name: known, ...object, external: true };
}
