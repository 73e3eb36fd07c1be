import type { Work } from '../../../lib/work.ts';
import { CliError } from '../../cli-error.ts';
import { isMap, textOf, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { changeAt, changeBelow, PathTable, showPath, type Change, type Path } from '../../model/path.ts';
import { changeResources } from './each-resource.ts';
import { parseShortPort } from '../../model/short-port.ts';
import { parseShortVolume } from '../../model/short-volume.ts';

/** What the stage needs to know. */
interface CanonicalOptions {
  /** Short forms with variables in them may stay as they are. */
  readonly keepUnreadable: boolean;
  warn(message: string): void;
}

/**
 * A model with all short forms written out. Lists of names become mappings, texts become lists.
 * @throws CliError for a short form that can't be read
 * @see compose-spec/compose-go v2.6.3 transform/canonical.go
 */
export function* toCanonical(model: YamlMap, options: CanonicalOptions): Work<YamlMap> {
  const table: PathTable<Change> = new PathTable<Change>({
    'services.*.build.secrets.*': fileReference,
    'services.*.build.provenance': asText,
    'services.*.build.sbom': asText,
    'services.*.build.additional_contexts': contexts,
    'services.*.depends_on': dependencies,
    'services.*.env_file': envFiles,
    'services.*.label_file': asList,
    'services.*.extends': (value) => (typeof value === 'string' ? { service: value } : value),
    'services.*.gpus': (value) => (typeof value === 'string' ? [{ count: 'all' }] : value),
    'services.*.networks': namesAsMap,
    'services.*.models': namesAsMap,
    'services.*.volumes.*': volumeMount,
    'services.*.dns': asList,
    'services.*.devices.*': (value) => deviceMapping(value, options),
    'services.*.secrets.*': fileReference,
    'services.*.configs.*': fileReference,
    'services.*.ports': (value) => ports(value, options),
    'services.*.build': (value, path) =>
      typeof value === 'string' ? { context: value } : changeBelow(table, value, path),
    'services.*.build.ssh': sshKeys,
    'services.*.develop.watch.*.ignore': asList,
    'services.*.develop.watch.*.include': asList,
    'volumes.*': (value, path) => external(value, path, options),
    'networks.*': (value, path) => external(value, path, options),
    'secrets.*': (value, path) => external(value, path, options),
    'configs.*': (value, path) => external(value, path, options),
  });
  const canonical = yield* changeResources(model, (value, path) => changeAt(table, value, path));
  return yield* changeResources(canonical, (value, path) => changeAt(WITHOUT_EMPTY, value, path));
}

const asList: Change = (value) => (typeof value === 'string' ? [value] : value);

const asText: Change = (value) => textOf(value) ?? '';

const fileReference: Change = (value) => (typeof value === 'string' ? { source: value } : value);

const namesAsMap: Change = (value) =>
  Array.isArray(value) ? Object.fromEntries(value.map((name) => [String(name), null])) : value;

const dependencies: Change = (value) => {
  const started = { condition: 'service_started', required: true };
  if (Array.isArray(value)) return Object.fromEntries(value.map((name) => [String(name), { ...started }]));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, isMap(item) ? { ...started, ...item } : item]),
  );
};

const envFiles: Change = (value) => {
  const list = Array.isArray(value) ? value : [value];
  return list.map((item): YamlMap =>
    isMap(item) ? { required: true, ...item } : { path: item, required: true },
  );
};

/** `[NAME=PATH]` */
const contexts: Change = (value, path) => {
  if (!Array.isArray(value)) return value;
  return Object.fromEntries(
    value.map((item) => {
      const text = String(item);
      const equals = text.indexOf('=');
      if (equals < 0) throw new CliError(`${showPath(path)}: invalid value ${text}, expected key=value`);
      return [text.slice(0, equals), text.slice(equals + 1)];
    }),
  );
};

const sshKeys: Change = (value) => {
  if (!Array.isArray(value)) return value;
  return Object.fromEntries(
    value.map((item): [string, string | null] => {
      const text = String(item);
      const equals = text.indexOf('=');
      if (equals >= 0) return [text.slice(0, equals), text.slice(equals + 1)];
      if (text !== 'default') throw new CliError(`invalid ssh key ${JSON.stringify(text)}`);
      return [text, null];
    }),
  );
};

const volumeMount: Change = (value) => {
  if (typeof value !== 'string') return value;
  return readShort(() => parseShortVolume(value));
};

/** What a short form says. @throws CliError in the words of its reader */
function readShort<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new CliError((error as Error).message);
  }
}

/** One short form may stand for a range of ports. */
function ports(value: YamlValue, { keepUnreadable }: CanonicalOptions): YamlValue {
  if (!Array.isArray(value)) return value;
  try {
    return value.flatMap((port): YamlValue[] => {
      if (typeof port === 'number') return [{ target: port }];
      return typeof port === 'string' ? readShort(() => parseShortPort(port)) : [port];
    });
  } catch (error) {
    if (keepUnreadable) return value;
    throw error;
  }
}

/** `SOURCE[:TARGET[:PERMISSIONS]]` */
function deviceMapping(value: YamlValue, { keepUnreadable }: CanonicalOptions): YamlValue {
  if (typeof value !== 'string') return value;
  const parts = value.split(':');
  if (parts.length > 3 && !keepUnreadable)
    throw new CliError(`confusing device mapping, please use long syntax: ${value}`);
  const [source = '', target = source, permissions = 'rwm'] = parts.length > 3 ? [] : parts;
  return { source, target, permissions };
}

/** `external: {name: x}` is the old way to say `name: x` and `external: true`. */
function external(value: YamlValue, path: Path, { warn }: CanonicalOptions): YamlValue {
  if (!isMap(value) || !isMap(value['external'])) return value;
  const { name } = value['external'];
  if (name === undefined) return { ...value, external: true };
  warn(`${showPath(path)}: external.name is deprecated. Please set name and external: true`);
  if (value['name'] !== undefined && value['name'] !== name)
    throw new CliError(`${showPath(path)}: name and external.name conflict; only use name`);
  return { ...value, external: true, name };
}

/** Servers that are empty texts come from variables that are not set. @see compose-spec/compose-go v2.6.3 loader/omitEmpty.go */
const WITHOUT_EMPTY = new PathTable<Change>({
  'services.*.dns': (value) =>
    Array.isArray(value) ? value.filter((item) => item !== '' && item !== null) : value,
});
