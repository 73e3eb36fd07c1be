import { isMap, textOf, textsOf, type YamlMap, type YamlValue } from '../yaml/yaml-value.ts';

/** A stack file once it is read: YAML values whose keys are known and whose variables are filled in. */
export interface StackModel {
  readonly services: Readonly<Record<string, YamlMap>>;
  readonly networks: Readonly<Record<string, YamlMap>>;
  readonly volumes: Readonly<Record<string, YamlMap>>;
  readonly secrets: Readonly<Record<string, YamlMap>>;
  readonly configs: Readonly<Record<string, YamlMap>>;
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
