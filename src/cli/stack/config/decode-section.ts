import { DecodeProblems, type Decoder } from '../../model/decoder.ts';
import { sortedDeep } from '../../yaml/sorted-deep.ts';
import { CliError } from '../../cli-error.ts';
import { sortKeys } from '../../yaml/write-yaml.ts';
import { mapOf, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';

/** Fields whose name in the client's types is the key itself; others are named like it. */
const KEYS = new Set('cpus domainname isolation memory nocopy pids tty'.split(' '));

/** `deploy.resources.limits.memory` → `Deploy.Resources.Limits.memory` */
function fieldPath(place: string): string {
  return place
    .split('.')
    .map((key) => (KEYS.has(key) || key.includes('_') ? key : key.charAt(0).toUpperCase() + key.slice(1)))
    .join('.');
}

/** What can't be decoded, with the fields as docker/cli names them. @see go-viper/mapstructure v2.0.0 error.go */
class FieldProblems extends DecodeProblems {
  readonly #lines: string[] = [];

  override add(place: string, message: string): void {
    const path = fieldPath(place);
    this.#lines.push(
      message.endsWith('overflows uint')
        ? `cannot parse '${path}', ${message}`
        : `error decoding '${path}': ${message}`,
    );
  }

  override text(): string | undefined {
    if (this.#lines.length === 0) return undefined;
    return `decoding failed due to the following error(s):\n\n${this.#lines.join('\n')}`;
  }
}

/** One thing of a file, without what is its own. @throws CliError */
export function decodeEntry(decode: Decoder, value: YamlValue | undefined): YamlMap {
  const problems = new FieldProblems();
  const known = Object.entries(mapOf(value)).filter(([key]) => !key.startsWith('x-'));
  const decoded = decode(Object.fromEntries(known), '', problems) as YamlMap;
  const text = problems.text();
  if (text !== undefined) throw new CliError(text);
  return decoded;
}

/** What is a user's own: keys that begin with `x-`, in order. */
export function extensionsOf(value: YamlValue | undefined): YamlMap {
  const map = mapOf(value);
  const keys = Object.keys(map).filter((key) => key.startsWith('x-'));
  return Object.fromEntries(sortKeys(keys).map((key) => [key, sortedDeep(map[key] ?? null)]));
}
