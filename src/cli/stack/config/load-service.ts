import { CliError } from '../../cli-error.ts';
import { isMap, listOf, textOf, textsOf, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';
import type { LookUp } from '../interpolate.ts';
import { pairsOf } from '../stack-model.ts';
import { decodeEntry, extensionsOf } from './decode-section.ts';
import { inOrder } from './fields.ts';
import type { LoadContext } from './load-objects.ts';
import { serviceWith } from './service.data.ts';

/** What loading a service needs besides. */
export interface ServiceContext extends LoadContext {
  readonly lookUp: LookUp;
  /** The lines `KEY=VALUE` of a file. @throws CliError */
  readEnvFile(path: string): readonly string[];
}

/** @throws CliError. @see docker/cli v28.2.2 cli/compose/loader/loader.go LoadService */
export function loadService(source: YamlMap, context: ServiceContext): YamlMap {
  const service = decodeEntry(serviceWith(context.warn), source);
  const environment = environmentOf(service, context);
  const volumes = listOf(service['volumes']).map((volume) => withBindSource(volume, context));
  const resolved = {
    ...service,
    ...(environment && { environment }),
    ...(volumes.length > 0 && { volumes }),
  };
  return { ...inFieldOrder(resolved), ...extensionsOf(source) };
}

/** A service that is decoded already, once more: its fields then stand where they belong. */
export function inFieldOrder(service: YamlMap): YamlMap {
  return {
    ...decodeEntry(
      serviceWith(() => undefined),
      service,
    ),
    ...extensionsOf(service),
  };
}

/** Those of files, and those of the service over them; what is empty has the client's own value, if there is one. */
function environmentOf(service: YamlMap, context: ServiceContext): Record<string, string | null> | undefined {
  const lines = textsOf(service['env_file']).flatMap((path) => context.readEnvFile(context.absolute(path)));
  const all = [...pairsOf([...lines]), ...pairsOf(service['environment'])];
  return inOrder(
    all.map(([name, value]): [string, string | null] => [
      name,
      value === null || value === '' ? (context.lookUp(name) ?? value) : value,
    ]),
  );
}

/** @throws CliError */
function withBindSource(volume: YamlValue, { absolute, lookUp, warn }: ServiceContext): YamlValue {
  if (!isMap(volume) || volume['type'] !== 'bind') return volume;
  const source = textOf(volume['source']);
  if (source === undefined)
    throw new CliError('invalid mount config for type "bind": field Source must not be empty');
  const home = lookUp('HOME');
  if (source.startsWith('~') && home === undefined)
    warn("cannot expand '~', because the environment lacks HOME");
  const path = source.startsWith('~') && home !== undefined ? home + source.slice(1) : source;
  return { ...volume, source: isAbsolute(path) ? path : absolute(path) };
}

/** Also as on Windows. */
const isAbsolute = (path: string): boolean => /^(?:\/|[a-zA-Z]:[\\/]|\\\\)/.test(path);
