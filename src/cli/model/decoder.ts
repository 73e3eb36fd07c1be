import { mapInPieces, type Work } from '../../lib/work.ts';
import { isMap, sortedKeys, type YamlMap, type YamlValue } from '../yaml/yaml-value.ts';

/** What is found wrong while a model becomes a project, in the order in which it is found. */
export class DecodeProblems {
  readonly #problems: string[] = [];

  add(place: string, message: string): void {
    this.#problems.push(`'${place}' ${message}`);
  }

  /** Undefined where there are none. @see go-viper/mapstructure v2 errors.go */
  text(): string | undefined {
    if (this.#problems.length === 0) return undefined;
    return `decoding failed due to the following error(s):\n\n${this.#problems.join('\n')}`;
  }
}

/** Makes the canonical form of a value; undefined is not printed. @throws Error in Compose's words */
export type Decoder = (value: YamlValue, place: string, problems: DecodeProblems) => unknown;

/** A field, and what it is where the model has none. */
export interface Field {
  readonly decode: Decoder;
  readonly absent?: unknown;
}

/** Also printed where the model has none. */
export function always(decode: Decoder, absent: unknown): Field {
  return { decode, absent };
}

/** A record: its fields in this order, then extensions. Keys that it does not know are dropped. */
export function record(fields: Readonly<Record<string, Decoder | Field>>): Decoder {
  const all = Object.entries(fields).map(([key, field]) => ({
    key,
    field: typeof field === 'function' ? always(field, undefined) : field,
  }));
  return (value, place, problems) => {
    if (!isMap(value)) return undefined;
    const found: Record<string, unknown> = {};
    for (const { key, field } of all) {
      const own = value[key] ?? null;
      const item = own === null ? field.absent : decodeField(field, own, below(place, key), problems);
      if (item !== undefined) found[key] = item;
    }
    for (const key of Object.keys(value).filter(isExtension).sort()) found[key] = value[key];
    return found;
  };
}

const below = (place: string, key: string): string => (place === '' ? key : `${place}.${key}`);

const isExtension = (key: string): boolean => key.startsWith('x-');

function decodeField(
  { decode, absent }: Field,
  value: YamlValue | undefined,
  place: string,
  problems: DecodeProblems,
): unknown {
  if (value === undefined || value === null) return absent;
  try {
    return decode(value, place, problems);
  } catch (error) {
    problems.add(place, (error as Error).message);
    return undefined;
  }
}

/** A map by name, its entries in order; `empty` says what an entry without value is. */
export function mapOf(decode: Decoder, empty: unknown = null): Decoder {
  return (value, place, problems) => {
    if (!isMap(value)) return undefined;
    const entry = entryDecoder(decode, empty, value, place, problems);
    return filled(Object.fromEntries(sortedKeys(value).map(entry)));
  };
}

/** The same, an entry at a time. */
export function* decodeMapInPieces(
  decode: Decoder,
  value: YamlMap,
  place: string,
  problems: DecodeProblems,
): Work<Record<string, unknown>> {
  const entry = entryDecoder(decode, null, value, place, problems);
  return Object.fromEntries(yield* mapInPieces(sortedKeys(value), entry));
}

function entryDecoder(
  decode: Decoder,
  empty: unknown,
  map: YamlMap,
  place: string,
  problems: DecodeProblems,
): (key: string) => [string, unknown] {
  const field = always(decode, empty);
  return (key) => [key, decodeField(field, map[key], `${place}[${key}]`, problems) ?? empty];
}

/** A map by name in which keys of one's own are no names. @see compose-spec/compose-go v2.6.3 loader/loader.go processExtensions */
export function mapWithExtensions(decode: Decoder): Decoder {
  const inner = mapOf(decode);
  return (value, place, problems) => {
    if (!isMap(value)) return undefined;
    const names = Object.entries(value).filter(([key]) => !key.startsWith('x-'));
    const hasOwn = names.length < Object.keys(value).length;
    const map: YamlMap = { ...(hasOwn ? { '#extensions': null } : {}), ...Object.fromEntries(names) };
    return inner(map, place, problems);
  };
}

export function listOf(decode: Decoder): Decoder {
  return (value, place, problems) => {
    if (!Array.isArray(value)) return undefined;
    return filled(value.map((item, index) => decode(item, `${place}[${index}]`, problems)));
  };
}

/** Undefined for what has nothing in it. */
export function filled<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}
