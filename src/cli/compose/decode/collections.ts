import { isMap, sortedKeys, type YamlValue } from '../../yaml/yaml-value.ts';
import { filled, type Decoder } from '../../model/decoder.ts';
import { scalar } from '../../model/scalars.ts';

/** A text alone is a list of one. */
export const texts: Decoder = (value) => {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? filled(value.map(scalar)) : undefined;
};

/** `{a: 1}` or `['a=1']` → texts; a key without value has the empty one. */
export const textMap: Decoder = (value) =>
  filled(sorted(pairsOf(value).map(([key, item]) => [key, item ?? ''])));

/** The same; a key without value has null. @throws Error for a name that ends with a space */
export const environment: Decoder = (value) => {
  const pairs = pairsOf(value);
  const odd = Array.isArray(value) ? pairs.find(([key]) => /\s$/.test(key)) : undefined;
  if (odd) throw new Error(`environment variable ${odd[0]} is declared with a trailing space`);
  return filled(sorted(pairs));
};

/** `ID` or `ID=PATH` of each key. */
export const sshKeys: Decoder = (value) =>
  filled(pairsOf(value).map(([id, path]) => (path === null ? id : `${id}=${path}`)));

/** `HOST=ADDRESS` of each address, in order. @throws Error */
export const hosts: Decoder = (value) => {
  const lines = isMap(value) ? hostsOfMap(value) : Array.isArray(value) ? value.flatMap(hostsOfLine) : [];
  for (const [host] of lines)
    if (host === '' || /[:=]/.test(host)) throw new Error(`bad host name '${host}'`);
  return filled(lines.map(([host, address]) => `${host}=${address.replace(/^\[(.+)\]$/, '$1')}`).sort());
};

type Line = [host: string, address: string];

function hostsOfMap(map: Record<string, YamlValue>): Line[] {
  return Object.entries(map).flatMap(([host, item]) =>
    (Array.isArray(item) ? item : [item]).map((address): Line => [
      host,
      address === null ? '' : scalar(address),
    ]),
  );
}

function hostsOfLine(item: YamlValue): Line[] {
  const line = scalar(item);
  const at = line.includes('=') ? line.indexOf('=') : line.indexOf(':');
  if (at < 0) throw new Error(`invalid additional host, missing IP: ${line}`);
  const host = line.slice(0, at);
  return line
    .slice(at + 1)
    .split(',')
    .map((address) => [host, address]);
}

/** Options of a provider: each has one value or several. */
export const multiOptions: Decoder = (value) => {
  if (!isMap(value)) return undefined;
  return filled(
    Object.fromEntries(
      sortedKeys(value).map((key) => {
        const item = value[key] ?? null;
        return [key, (Array.isArray(item) ? item : [item]).map(scalar)];
      }),
    ),
  );
};

function pairsOf(value: YamlValue): [string, string | null][] {
  if (isMap(value))
    return Object.entries(value).map(([key, item]) => [key, item === null ? null : scalar(item)]);
  return (Array.isArray(value) ? value : []).map((item) => {
    const line = scalar(item);
    const equals = line.indexOf('=');
    return equals < 0 ? [line, null] : [line.slice(0, equals), line.slice(equals + 1)];
  });
}

function sorted<T>(pairs: readonly (readonly [string, T])[]): Record<string, T> {
  const map = Object.fromEntries(pairs);
  return Object.fromEntries(sortedKeys(map).map((key) => [key, map[key] as T]));
}
