/** A value whose fields, some with arguments, are computed when a template asks for them. */
export interface FieldSource {
  /** As Go calls its type, for errors. */
  readonly typeName: string;
  /** @returns undefined where there is no such field */
  find(name: string): ((...args: unknown[]) => unknown) | undefined;
  /** All of it, for `{{json .}}`. */
  toJSON(): unknown;
}

export function isFieldSource(value: unknown): value is FieldSource {
  return typeof value === 'object' && value !== null && typeof (value as FieldSource).find === 'function';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isFieldSource(value);
}

/** As Go calls its type. */
export function typeName(value: unknown): string {
  if (value === undefined || value === null) return '<nil>';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float64';
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string') ? '[]string' : '[]interface {}';
  return isFieldSource(value) ? value.typeName : 'map[string]interface {}';
}

/** @see Go text/template IsTrue */
export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isRecord(value)) return Object.keys(value).length > 0;
  return value !== undefined && value !== null && value !== false && value !== 0 && value !== '';
}

/** Key and value of each element; undefined for what has none. */
export function entriesOf(value: unknown): [unknown, unknown][] | undefined {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.map((item, index) => [index, item]);
  if (typeof value === 'number' && Number.isInteger(value))
    return Array.from({ length: Math.max(0, value) }, (_, index) => [index, index]);
  return isRecord(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : undefined;
}
