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
  return (value, place, problems) => {
    if (!isMap(value)) return undefined;
    const known = Object.entries(fields).map(([key, field]): [string, unknown] => [
      key,
      decodeField(field, value[key], place === '' ? key : `${place}.${key}`, problems),
    ]);
    const own = sortedKeys(value).filter((key) => key.startsWith('x-'));
    const all = [...known, ...own.map((key): [string, unknown] => [key, value[key]])];
    return Object.fromEntries(all.filter(([, item]) => item !== undefined));
  };
}

function decodeField(
  field: Decoder | Field,
  value: YamlValue | undefined,
  place: string,
  problems: DecodeProblems,
): unknown {
  const { decode, absent } = typeof field === 'function' ? { decode: field, absent: undefined } : field;
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
    const entries = sortedKeys(value).map((key): [string, unknown] => [
      key,
      decodeField(always(decode, empty), value[key], `${place}[${key}]`, problems) ?? empty,
    ]);
    return filled(Object.fromEntries(entries));
  };
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
