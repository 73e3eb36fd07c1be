import type { Process } from '../../kernel/process.ts';
import { parseImageReference } from '../../lib/image-reference.ts';
import { CliError } from '../cli-error.ts';
import { isMap, mapOf, textOf, type YamlMap, type YamlValue } from '../yaml/yaml-value.ts';
import { checkStackFile } from './read-stack-file.ts';
import { readStackFiles } from './read-stack-files.ts';
import { DEPRECATED, UNSUPPORTED } from './stack-keys.data.ts';
import type { StackModel } from './stack-model.ts';

const SECTIONS = ['services', 'networks', 'volumes', 'secrets', 'configs'] as const;

/**
 * Reads the files of a stack, later ones over earlier ones, and says what in them has no effect.
 * @throws CliError
 * @see docker/cli v28.2.2 cli/command/stack/loader/loader.go LoadComposefile
 */
export async function loadStack(proc: Process, paths: readonly string[]): Promise<StackModel> {
  const files = await readStackFiles(proc, paths);
  const checked = files.map((file) => checkStackFile(file, (name) => proc.env.get(name)));
  const model = checked.reduce((below, above) => mergeMaps(below, above));
  const section = (name: (typeof SECTIONS)[number]): Record<string, YamlMap> =>
    Object.fromEntries(Object.entries(mapOf(model[name])).map(([key, item]) => [key, mapOf(item)]));
  const services = section('services');
  await tellIgnored(proc, services);
  for (const [name, service] of Object.entries(services)) checkImage(name, textOf(service['image']) ?? '');
  return {
    services,
    networks: section('networks'),
    volumes: section('volumes'),
    secrets: section('secrets'),
    configs: section('configs'),
  };
}

/** @throws CliError */
function checkImage(service: string, image: string): void {
  const fail = (reason: string): CliError =>
    new CliError(`invalid image reference for service ${service}: ${reason}`);
  if (image === '') throw fail('no image specified');
  try {
    parseImageReference(image);
  } catch (error) {
    throw fail((error as Error).message);
  }
}

/** Lists that add up over files; other lists are replaced. @see docker/cli v28.2.2 cli/compose/loader/merge.go */
const ADDED = new Set(['ports', 'volumes', 'secrets', 'configs', 'dns', 'dns_search', 'cap_add', 'cap_drop', 'tmpfs', 'env_file', 'extra_hosts', 'constraints']); // prettier-ignore

function mergeMaps(below: YamlMap, above: YamlMap): YamlMap {
  const result: YamlMap = { ...below };
  for (const [key, item] of Object.entries(above)) result[key] = mergeValues(key, below[key], item);
  return result;
}

function mergeValues(key: string, below: YamlValue | undefined, above: YamlValue): YamlValue {
  if (isMap(below) && isMap(above)) return mergeMaps(below, above);
  if (Array.isArray(below) && Array.isArray(above) && ADDED.has(key)) return [...below, ...above];
  return above;
}

async function tellIgnored(proc: Process, services: Readonly<Record<string, YamlMap>>): Promise<void> {
  const used = new Set(
    Object.values(services).flatMap((service) =>
      Object.keys(service).filter((key) => service[key] !== false && textOf(service[key]) !== ''),
    ),
  );
  const unsupported = UNSUPPORTED.filter((key) => used.has(key)).sort();
  if (unsupported.length > 0) await proc.err(`Ignoring unsupported options: ${unsupported.join(', ')}\n\n`);
  const deprecated = Object.keys(DEPRECATED).filter((key) => used.has(key));
  if (deprecated.length > 0)
    await proc.err(
      `Ignoring deprecated options:\n\n${deprecated.map((key) => `${key}: ${DEPRECATED[key]}`).join('\n\n')}\n\n`,
    );
}
