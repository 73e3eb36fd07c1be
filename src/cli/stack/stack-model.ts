/** A stack file once it is read: YAML values whose keys are known and whose variables are filled in. */

export type YamlValue = string | number | boolean | null | YamlValue[] | YamlMap;
export interface YamlMap {
  [key: string]: YamlValue;
}

export interface StackModel {
  readonly services: Readonly<Record<string, YamlMap>>;
  readonly networks: Readonly<Record<string, YamlMap>>;
  readonly volumes: Readonly<Record<string, YamlMap>>;
  readonly secrets: Readonly<Record<string, YamlMap>>;
  readonly configs: Readonly<Record<string, YamlMap>>;
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
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
}

export function textsOf(value: YamlValue | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item) => textOf(item) ?? []);
}

export function numberOf(value: YamlValue | undefined): number | undefined {
  const text = textOf(value);
  return text === undefined || text === '' ? undefined : Number(text);
}

/** `{a: 1}` or `['a=1']`, as labels and variables come; a key without a value has null. */
export function pairsOf(value: YamlValue | undefined): [string, string | null][] {
  if (isMap(value)) return Object.entries(value).map(([key, item]) => [key, textOf(item) ?? null]);
  return textsOf(value).map((text) => {
    const equals = text.indexOf('=');
    return equals < 0 ? [text, null] : [text.slice(0, equals), text.slice(equals + 1)];
  });
}

/** The same, for labels and options. */
export function labelsOf(value: YamlValue | undefined): Record<string, string> {
  return Object.fromEntries(pairsOf(value).map(([key, text]) => [key, text ?? '']));
}
