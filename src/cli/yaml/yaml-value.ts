/** What a YAML document says, once anchors and merge keys are resolved. */
export type YamlValue = string | number | boolean | null | YamlValue[] | YamlMap;
export interface YamlMap {
  [key: string]: YamlValue;
}

export function isMap(value: unknown): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A mapping, empty where there is none. */
export function mapOf(value: YamlValue | undefined): YamlMap {
  return isMap(value) ? value : {};
}

export function listOf(value: YamlValue | undefined): YamlValue[] {
  return Array.isArray(value) ? value : [];
}

/** A text or a number as a text; undefined where there is none. */
export function textOf(value: YamlValue | undefined): string | undefined {
  return value === undefined || value === null || typeof value === 'object' ? undefined : goText(value);
}

export function textsOf(value: YamlValue | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item) => textOf(item) ?? []);
}

export function numberOf(value: YamlValue | undefined): number | undefined {
  const text = textOf(value);
  return text === undefined || text === '' ? undefined : Number(text);
}

/** A scalar as Go's `%v` writes it: `1e-05`, `1e+21`, `<nil>`. */
export function goText(value: string | number | boolean | null): string {
  if (value === null) return '<nil>';
  if (typeof value !== 'number') return String(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (value === 0 || (power >= -4 && power < 21)) return plainDigits(value);
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** JavaScript has an exponent already below 1e-6, and Go from 1e-5 on: what is left between needs none. */
function plainDigits(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** A copy that shares nothing. */
export function cloneYaml<T extends YamlValue>(value: T): T {
  if (Array.isArray(value)) return value.map((item) => cloneYaml(item)) as T;
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cloneYaml(item)])) as T;
}

/** Whether two values say the same. */
export function sameYaml(a: YamlValue | undefined, b: YamlValue | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameYaml(item, b[index]));
  if (!isMap(a) || !isMap(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameYaml(a[key], b[key]));
}

/** A text that is equal for values that say the same. */
export function sameKey(value: YamlValue): string {
  if (Array.isArray(value)) return `[${value.map(sameKey).join()}]`;
  if (!isMap(value)) return typeof value === 'string' ? JSON.stringify(value) : String(value);
  return `{${sortedKeys(value).map((key) => `${JSON.stringify(key)}:${sameKey(value[key] ?? null)}`).join()}}`; // prettier-ignore
}

/** Keys in the order of their bytes, in which Go prints maps. */
export function sortedKeys(map: object): string[] {
  return Object.keys(map).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
