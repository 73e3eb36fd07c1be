import { COMPOSE_FILE } from '../../cli/compose/schema/compose.data.ts';
import type { Schema } from '../../cli/schema/schema.ts';
import type { YamlKeys } from './scan-yaml.ts';
import { ownEntry } from '../../lib/table.ts';

/** What a value at a path of a compose file may be: each of the forms. None where there can't be one. */
export function schemasAt(path: YamlKeys): Schema[] {
  return path.reduce<Schema[]>(
    (schemas, step) => formsOf(schemas.flatMap((each) => below(each, step))),
    [COMPOSE_FILE],
  );
}

const formsOf = (schemas: readonly Schema[]): Schema[] =>
  schemas.flatMap((schema) => (schema.oneOf ? formsOf(schema.oneOf) : [schema]));

function below({ items, properties, patternProperties = [] }: Schema, step: string | number): Schema[] {
  if (typeof step === 'number') return items ? [items] : [];
  const own = properties && ownEntry(properties, step);
  return own ? [own] : patternProperties.filter(([names]) => names.test(step)).map(([, schema]) => schema);
}

/** The keys that the file's language knows at a path, in alphabetical order. */
export function keysAt(path: YamlKeys): string[] {
  return [...new Set(schemasAt(path).flatMap(({ properties = {} }) => Object.keys(properties)))].sort();
}

/** Whether the keys at a path are names that the learner gives, as those of services are. */
export const hasNames = (path: YamlKeys): boolean =>
  schemasAt(path).some(({ type, properties, patternProperties }) =>
    Boolean(type?.includes('object') && !properties && patternProperties),
  );

/** The words of which a value has to be one. */
export function wordsAt(path: YamlKeys): string[] {
  const schemas = schemasAt(path);
  const isSwitch = schemas.some(({ type }) => type?.includes('boolean'));
  return [...schemas.flatMap((schema) => schema.enum ?? []), ...(isSwitch ? ['true', 'false'] : [])];
}

/** The forms of a value: `text`, `list`, `mapping`. */
export interface ValueForms {
  readonly isScalar: boolean;
  readonly isList: boolean;
  readonly isMapping: boolean;
}

export function formsAt(path: YamlKeys): ValueForms {
  const schemas = schemasAt(path);
  const names = schemas.flatMap(({ type = ['string'] }) => type);
  return {
    isScalar: names.some((name) => name !== 'object' && name !== 'array' && name !== 'null'),
    isList: names.includes('array'),
    isMapping: names.includes('object'),
  };
}

/** Paths of the same kind have one: `services.*.ports.[]`. A key of one's own is `*`. */
export function patternOf(path: YamlKeys): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return '[]';
      return hasNames(path.slice(0, index)) ? '*' : step;
    })
    .join('.');
}
