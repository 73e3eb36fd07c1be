import { tableOf } from '../../../lib/table.ts';
import { mapInPieces, type Work } from '../../../lib/work.ts';
import { cleanPath } from '../../../lib/clean-path.ts';
import { isMap, listOf, mapOf, textOf, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';

type Environment = Readonly<Record<string, string>>;

/**
 * A canonical model with what Compose adds by itself: the default network, names of networks and volumes, `Dockerfile`, values of variables
 * that only have a name, and the dependencies that links and shared namespaces imply.
 * @see compose-spec/compose-go v2.6.3 loader/normalize.go
 */
export function* normalizeModel(model: YamlMap, environment: Environment): Work<YamlMap> {
  const services = yield* mapInPieces(
    Object.entries(mapOf(model['services'])),
    ([name, service]): [string, YamlValue] => [
      name,
      isMap(service) ? normalizeService(service, environment) : service,
    ],
  );
  const normal: YamlMap = {
    ...model,
    ...(model['services'] ? { services: Object.fromEntries(services) } : {}),
  };
  const networks = { ...implicitNetwork(services), ...mapOf(model['networks']) };
  if (Object.keys(networks).length > 0) normal['networks'] = networks;
  return nameResources(normal);
}

/** The network `default` is there where a service is in it. */
function implicitNetwork(services: readonly [string, YamlValue][]): YamlMap {
  return services.some(([, service]) => 'default' in mapOf(mapOf(service)['networks']))
    ? { default: null }
    : {};
}

function normalizeService(service: YamlMap, environment: Environment): YamlMap {
  const normal: YamlMap = { ...service };
  const networks = service['networks'];
  const isApart = 'provider' in service || 'network_mode' in service;
  if (!isApart && Object.keys(mapOf(networks)).length === 0) normal['networks'] = { default: null };
  if (service['pull_policy'] === 'if_not_present') normal['pull_policy'] = 'missing';
  if (isMap(service['build'])) normal['build'] = normalizeBuild(service['build'], environment);
  if (service['environment'] !== undefined)
    normal['environment'] = withValues(service['environment'], environment, true);
  if (Array.isArray(service['volumes'])) normal['volumes'] = service['volumes'].map(cleanTarget);
  const dependencies = { ...impliedDependencies(service), ...mapOf(service['depends_on']) };
  if (Object.keys(dependencies).length > 0) normal['depends_on'] = dependencies;
  if (Array.isArray(service['pre_start']))
    normal['pre_start'] = service['pre_start'].map((hook) => hookImage(hook, service));
  return normal;
}

function normalizeBuild(build: YamlMap, environment: Environment): YamlMap {
  const hasFile = 'dockerfile' in build || 'dockerfile_inline' in build;
  return {
    context: '.',
    ...(hasFile ? {} : { dockerfile: 'Dockerfile' }),
    ...build,
    ...(build['args'] === undefined ? {} : { args: withValues(build['args'], environment, false) }),
  };
}

/** A name alone has the value of the environment; without one there it stays where `keep` is set. */
function withValues(value: YamlValue, environment: Environment, keep: boolean): YamlValue {
  if (Array.isArray(value))
    return value.flatMap((item) => {
      const text = textOf(item) ?? '';
      if (text.includes('=')) return [text];
      const own = environment[text];
      return own === undefined ? (keep ? [text] : []) : [`${text}=${own}`];
    });
  return Object.fromEntries(
    Object.entries(mapOf(value)).flatMap(([name, item]): [string, YamlValue][] => {
      const own = item ?? environment[name] ?? null;
      return own === null && !keep ? [] : [[name, own]];
    }),
  );
}

function cleanTarget(volume: YamlValue): YamlValue {
  if (!isMap(volume) || typeof volume['target'] !== 'string') return volume;
  return { ...volume, target: cleanPath(volume['target']) };
}

/** A hook before the start runs in the image of its service, unless it has one. */
function hookImage(hook: YamlValue, { image }: YamlMap): YamlValue {
  return isMap(hook) && image !== undefined ? { image, ...hook } : hook;
}

const NAMESPACES = ['network_mode', 'ipc', 'pid', 'uts', 'cgroup'];

function impliedDependencies(service: YamlMap): YamlMap {
  const found: YamlMap = tableOf({});
  const add = (name: string, restart: boolean): void => {
    found[name] ??= { condition: 'service_started', restart, required: true };
  };
  for (const link of listOf(service['links'])) {
    const parts = (textOf(link) ?? '').split(':');
    add((parts.length === 2 ? parts[0] : textOf(link)) ?? '', true);
  }
  for (const namespace of NAMESPACES) {
    const reference = textOf(service[namespace]) ?? '';
    if (reference.startsWith('service:')) add(reference.slice('service:'.length), true);
  }
  for (const source of listOf(service['volumes_from'])) {
    const text = textOf(source) ?? '';
    if (!text.startsWith('container:')) add(text.split(':')[0] ?? '', false);
  }
  return found;
}

/** Without a name of its own a resource has that of its key, below the project's unless it is external. */
function nameResources(model: YamlMap): YamlMap {
  const named: YamlMap = { ...model };
  for (const section of ['networks', 'volumes', 'configs', 'secrets']) {
    if (!isMap(model[section])) continue;
    named[section] = Object.fromEntries(
      Object.entries(model[section]).map(([key, item]) => {
        const resource = mapOf(item);
        const isExternal = ['true', 'True', 'TRUE', 't', 'T', '1'].includes(String(resource['external']));
        const name = resource['name'] ?? (isExternal ? key : `${textOf(model['name']) ?? ''}_${key}`);
        return [key, { ...resource, name }];
      }),
    );
  }
  return named;
}
