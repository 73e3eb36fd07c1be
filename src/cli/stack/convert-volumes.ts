import type { TaskMount } from '../../api/service-types.ts';
import type { Process } from '../../kernel/process.ts';
import { cleanPath } from '../../lib/clean-path.ts';
import { parseBinarySize } from '../../lib/human-size.ts';
import { CliError } from '../cli-error.ts';
import { filled } from '../commands/service/container-spec.ts';
import { isExternal, objectName, stackLabels } from './scope.ts';
import { labelsOf } from './stack-model.ts';
import { isMap, listOf, mapOf, textOf, type YamlMap, type YamlValue } from '../yaml/yaml-value.ts';

/** A volume of a service before it is a mount. */
interface Volume {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  readonly more: YamlMap;
}

/** The mounts of a service's `volumes`; its `tmpfs` the real client leaves out, too. @throws CliError. @see docker/cli v28.2.2 cli/compose/convert/volume.go */
export function convertVolumes(
  proc: Process,
  stack: string,
  declared: Readonly<Record<string, YamlMap>>,
  service: YamlMap,
): TaskMount[] {
  const volumes = listOf(service['volumes']).map((item) => readVolume(proc, item));
  return volumes.map((volume) => toMount(stack, declared, volume));
}

/** `data:/data:ro`, or a mapping. */
function readVolume(proc: Process, item: YamlValue): Volume {
  if (isMap(item)) {
    const type = textOf(item['type']) ?? 'volume';
    const source = textOf(item['source']) ?? '';
    if (type === 'bind' && source === '')
      throw new CliError('invalid mount config for type "bind": field Source must not be empty');
    return {
      type,
      source: type === 'bind' ? absolute(proc, source) : source,
      target: textOf(item['target']) ?? '',
      readOnly: item['read_only'] === true,
      more: item,
    };
  }
  const parts = (textOf(item) ?? '').split(':');
  const [first = '', second, options = ''] = parts;
  if (second === undefined) return { type: 'volume', source: '', target: first, readOnly: false, more: {} };
  const isPath = /^[./~]/.test(first);
  return {
    type: isPath ? 'bind' : 'volume',
    source: isPath ? absolute(proc, first) : first,
    target: second,
    readOnly: options.split(',').includes('ro'),
    more: options.split(',').includes('nocopy') ? { volume: { nocopy: true } } : {},
  };
}

function absolute(proc: Process, path: string): string {
  if (path.startsWith('~')) return `${proc.env.get('HOME') ?? ''}${path.slice(1)}`;
  return path.startsWith('/') ? path : cleanPath(`${proc.files.cwd}/${path}`);
}

function toMount(stack: string, declared: Readonly<Record<string, YamlMap>>, volume: Volume): TaskMount {
  const { type, source, target, readOnly, more } = volume;
  const base = { Target: target, ...(readOnly ? { ReadOnly: true } : {}) };
  if (type === 'bind') {
    const propagation = textOf(mapOf(more['bind'])['propagation']);
    return {
      Type: 'bind',
      Source: source,
      ...base,
      ...(propagation ? { BindOptions: { Propagation: propagation } } : {}),
    };
  }
  if (type === 'tmpfs') {
    const size = parseBinarySize(textOf(mapOf(more['tmpfs'])['size']) ?? '0');
    return { Type: 'tmpfs', ...base, ...(size ? { TmpfsOptions: { SizeBytes: size } } : {}) };
  }
  const noCopy = mapOf(more['volume'])['nocopy'] === true ? { NoCopy: true } : {};
  if (source === '') return { Type: 'volume', ...base, ...filled('VolumeOptions', noCopy) };
  const own = declared[source];
  if (!own) throw new CliError(`undefined volume "${source}"`);
  const mount = { Type: 'volume' as const, Source: objectName(stack, source, own), ...base };
  if (isExternal(own)) return { ...mount, ...filled('VolumeOptions', noCopy) };
  const driver = textOf(own['driver']);
  const options = labelsOf(own['driver_opts']);
  const config = { ...(driver ? { Name: driver } : {}), ...filled('Options', options) };
  return {
    ...mount,
    VolumeOptions: {
      ...noCopy,
      Labels: stackLabels(stack, labelsOf(own['labels'])),
      ...filled('DriverConfig', config),
    },
  };
}
