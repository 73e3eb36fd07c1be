import { filled, type Decoder } from '../../model/decoder.ts';
import { NONE, scalar, text } from '../../model/scalars.ts';
import { splitWords } from '../../opts/shell-split.ts';
import { isMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { sortKeys } from '../../yaml/write-yaml.ts';
import { pairsOf } from '../stack-model.ts';

/** A text alone is a list of one. */
export const texts: Decoder = (value) => filled((Array.isArray(value) ? value : [value]).map(scalar));

/** `{a: 1}` or `[a=1]`; a key without value has the empty one. */
export const labels: Decoder = (value) => inOrder(pairsOf(value).map(([key, item]) => [key, item ?? '']));

/** The same; a key without value has null. */
export const variables: Decoder = (value) => inOrder(pairsOf(value));

/** A text is split as a shell would. @throws Error */
export const words: Decoder = (value) =>
  filled(Array.isArray(value) ? value.map(scalar) : splitWords(scalar(value)));

export const healthTest: Decoder = (value) =>
  filled(Array.isArray(value) ? value.map(scalar) : ['CMD-SHELL', scalar(value)]);

/** `HOST:ADDRESS`; what has no address is left out. @see docker/cli v28.2.2 cli/compose/loader/loader.go transformHostsList */
export const hosts: Decoder = (value) => filled(isMap(value) ? hostsOfMap(value) : hostsOfList(value));

function hostsOfMap(map: Record<string, YamlValue>): string[] {
  return Object.entries(map)
    .flatMap(([host, address]) => (address === null ? [] : [`${host}:${bare(scalar(address))}`]))
    .sort();
}

function hostsOfList(value: YamlValue): string[] {
  return (Array.isArray(value) ? value : []).flatMap((item) => {
    const [, host, address] = /^([^=:]*)[=:](.*)$/s.exec(scalar(item)) ?? [];
    return host === undefined ? [] : [`${host}:${bare(address ?? '')}`];
  });
}

/** Without the brackets that an address of IPv6 may have. */
function bare(address: string): string {
  return address.replace(/^\[(.*)\]$/s, '$1');
}

/** A number that is not below 0; also 0 is printed. @throws Error */
export const unsigned: Decoder = (value) => {
  const number = Math.trunc(Number(value));
  if (number < 0) throw new Error(`${number} overflows uint`);
  return number;
};

/** The name of a file, as a text or with more. */
export function orSource(inner: Decoder): Decoder {
  return (value, place, problems) => inner(isMap(value) ? value : { source: value }, place, problems);
}

/** `true`, or what names it. */
export const external: Decoder = (value) => (isMap(value) ? { name: text(value['name'] ?? null, '', NONE) } : value === true ? true : undefined); // prettier-ignore

/** A record that is left out where nothing is in it. */
export function some(inner: Decoder): Decoder {
  return (value, place, problems) => {
    const result = inner(value, place, problems);
    return typeof result === 'object' && result !== null ? filled(result) : result;
  };
}

/** A list of things, each of which may be wrong. */
export function items(inner: Decoder): Decoder {
  return (value, place, problems) => {
    const list = Array.isArray(value) ? value : [];
    return filled(
      list.map((item, index) => {
        try {
          return inner(item, `${place}[${index}]`, problems);
        } catch (error) {
          problems.add(`${place}[${index}]`, (error as Error).message);
          return null;
        }
      }),
    );
  };
}

/** Things by their names; `empty` says what one without value is. */
export function named(inner: Decoder, empty: unknown): Decoder {
  return (value, place, problems) => {
    if (!isMap(value)) return undefined;
    return inOrder(
      Object.entries(value).map(([name, item]): [string, unknown] => [
        name,
        item === null ? empty : (inner(item, `${place}[${name}]`, problems) ?? empty),
      ]),
    );
  };
}

/** A map with its keys as YAML has them; undefined for an empty one. */
export function inOrder<T>(entries: readonly (readonly [string, T])[]): Record<string, T> | undefined {
  const map = Object.fromEntries(entries);
  const sorted = sortKeys(Object.keys(map));
  return filled(Object.fromEntries(sorted.map((key) => [key, map[key] as T])));
}
