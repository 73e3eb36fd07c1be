import type { YamlValue } from '../yaml/yaml-value.ts';

export type TypeName = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** What a value may be: the part of JSON Schema (draft 7) that Compose's own and those of stack files use. */
export interface Schema {
  /** Any of these. */
  readonly type?: readonly TypeName[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: readonly (readonly [RegExp, Schema])[];
  /** No other keys. */
  readonly closed?: boolean;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly uniqueItems?: boolean;
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly string[];
  /** Not anchored. */
  readonly pattern?: string;
  readonly format?: Format;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What a text has to be beyond a text. */
export interface Format {
  readonly name: string;
  accepts(value: YamlValue): boolean;
}

const type = (...names: TypeName[]): Schema => ({ type: names });

export const TEXT = type('string');
export const FLAG = type('boolean', 'string');
export const COUNT = type('integer', 'string');
export const AMOUNT = type('number', 'string');
export const WHOLE = type('integer');
export const NUMBER = type('number');
export const NULL = type('null');
export const TEXT_OR_NULL = type('string', 'null');

/** Keys of one's own. */
const EXTENSION: readonly (readonly [RegExp, Schema])[] = [[/^x-/, {}]];

/** A mapping with these keys, and extensions. */
export function mapping(properties: Readonly<Record<string, Schema>>, more: Schema = {}): Schema {
  return { type: ['object'], properties, closed: true, patternProperties: EXTENSION, ...more };
}

/** A mapping whose keys are names. */
export function named(entry: Schema, more: Schema = {}): Schema {
  return { type: ['object'], patternProperties: [[/^[a-zA-Z0-9._-]+$/, entry]], ...more };
}

export function listOf(items: Schema, more: Schema = {}): Schema {
  return { type: ['array'], items, ...more };
}

export function oneOf(...schemas: Schema[]): Schema {
  return { oneOf: schemas };
}

export function anyOf(...words: string[]): Schema {
  return { type: ['string'], enum: words };
}

/** The same for each of these keys. */
export function each(schema: Schema, keys: string): Record<string, Schema> {
  return Object.fromEntries(keys.split(' ').map((key) => [key, schema]));
}

export const TEXTS = listOf(TEXT, { uniqueItems: true });
export const TEXT_OR_TEXTS = oneOf(TEXT, TEXTS);
/** `{A: 1}` or `[A=1]`. */
export const PAIRS = oneOf(
  {
    type: ['object'],
    patternProperties: [[/.+/, type('string', 'number', 'boolean', 'null')]],
    closed: true,
  },
  TEXTS,
);
export const OPTIONS: Schema = { type: ['object'], patternProperties: [[/^.+$/, type('string', 'number')]] };
