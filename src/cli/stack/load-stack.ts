import { parse, YAMLParseError, type ScalarTag } from 'yaml';
import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import { toText } from '../../lib/bytes.ts';
import { parseImageReference } from '../../lib/image-reference.ts';
import { parseServicePorts } from '../opts/service-port-spec.ts';
import { readStdin } from '../read-stdin.ts';
import { CliError } from '../cli-error.ts';
import { interpolateMap } from './interpolate.ts';
import { DEPRECATED, KEYS, UNSUPPORTED } from './stack-keys.data.ts';
import {
  isMap,
  listOf,
  mapOf,
  textOf,
  type StackModel,
  type YamlMap,
  type YamlValue,
} from './stack-model.ts';

const SECTIONS = ['services', 'networks', 'volumes', 'secrets', 'configs'] as const;

/**
 * Reads the files of a stack, later ones over earlier ones, and says what in them has no effect.
 * Simplified: keys are checked for services, deploy and the top-level sections; the types of values only where they are sections.
 * @throws CliError
 * @see docker/cli v28.2.2 cli/command/stack/loader/loader.go LoadComposefile
 */
export async function loadStack(proc: Process, paths: readonly string[]): Promise<StackModel> {
  if (paths.length === 0) throw new CliError('Specify a Compose file (with --compose-file)');
  const files: YamlMap[] = [];
  for (const path of paths) files.push(parseFile(await readText(proc, path)));
  const checked = files.map((file) => checkFile(proc, file));
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

async function readText(proc: Process, path: string): Promise<string> {
  if (path === '-') return toText(await readStdin(proc));
  try {
    return proc.files.readText(path);
  } catch (error) {
    if (isSysError(error)) throw new CliError(`open ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}

/** `0400` is octal, as in YAML 1.1 and for the client's library. */
const OCTAL: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^[-+]?0[0-7]+$/,
  resolve: (digits) => parseInt(digits, 8),
};

function parseFile(text: string): YamlMap {
  let value: unknown;
  try {
    value = parse(text, { merge: true, customTags: (tags) => [OCTAL, ...tags] });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line ?? 1;
    throw new CliError(`yaml: line ${line}: ${wordsOf(error)}`);
  }
  if (!isMap(value)) throw new CliError('top-level object must be a mapping');
  return value;
}

/** What the client's library says where it says something else. */
function wordsOf({ code, message }: YAMLParseError): string {
  if (code === 'TAB_AS_INDENT') return 'found character that cannot start any token';
  return message.split('\n')[0]?.replace(/ at line.*$/, '') ?? '';
}

/** One file with its variables filled in. */
function checkFile(proc: Process, file: YamlMap): YamlMap {
  const version = file['version'] ?? '3.13';
  if (typeof version !== 'string') throw new CliError('version must be a string');
  if (!/^3(\.\d+)?$/.test(version)) throw new CliError(`unsupported Compose file version: ${version}`);
  const lookUp = (name: string): string | undefined => proc.env.get(name);
  const filled: YamlMap = { version };
  for (const [key, item] of Object.entries(file)) {
    if (!(SECTIONS as readonly string[]).includes(key)) continue;
    if (!isMap(item)) throw new CliError(`${key} must be a mapping`);
    filled[key] = interpolateMap(item, key, lookUp);
  }
  checkKeys('', file, KEYS.top, '(root)');
  checkSection(filled, 'services', KEYS.service);
  for (const [name, service] of Object.entries(mapOf(filled['services'])))
    checkService(`services.${name}`, mapOf(service));
  checkSection(filled, 'networks', KEYS.network);
  checkSection(filled, 'volumes', KEYS.volume);
  checkSection(filled, 'secrets', KEYS.file);
  checkSection(filled, 'configs', KEYS.file);
  return filled;
}

/** @throws CliError */
function checkService(path: string, service: YamlMap): void {
  checkKeys(`${path}.deploy`, mapOf(service['deploy']), KEYS.deploy);
  listOf(service['ports']).forEach((port, index) => {
    const text = textOf(port);
    if (text !== undefined && !isPort(text))
      throw new CliError(`${path}.ports.${index} Does not match format 'ports'`);
  });
}

function isPort(text: string): boolean {
  try {
    parseServicePorts(text);
    return true;
  } catch {
    return false;
  }
}

function checkSection(file: YamlMap, section: string, keys: ReadonlySet<string>): void {
  for (const [name, item] of Object.entries(mapOf(file[section]))) {
    const path = `${section}.${name}`;
    if (item === null && section !== 'services') continue;
    if (!isMap(item))
      throw new CliError(`${path} must be a mapping${section === 'services' ? '' : ' or null'}`);
    checkKeys(path, item, keys);
  }
}

/** Keys of one's own begin with `x-`. @throws CliError */
function checkKeys(path: string, map: YamlMap, keys: ReadonlySet<string>, shown = path): void {
  const unknown = Object.keys(map).find((key) => !keys.has(key) && !key.startsWith('x-'));
  if (unknown !== undefined) throw new CliError(`${shown} Additional property ${unknown} is not allowed`);
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
