/** A shape as the suite has it: a type's name (`string`, `string:a|b`), a list of one shape, fields by name, or `<key>` for any name. */
export type Shape = string | readonly Shape[] | { readonly [field: string]: Shape };

const SCALARS: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  object: (value) => typeof value === 'object',
};

/**
 * Where an answer is not of a shape: fields that the API does not have, values of another type, and fields that are not there although Go's types
 * always write them. Go's nil fits any type.
 * @param isOptional whether a field, by its path, may be left out
 */
export function findMisfits(
  value: unknown,
  shape: Shape,
  isOptional: (path: string) => boolean,
  path = '',
): string[] {
  if (value === null || value === undefined) return [];
  if (typeof shape === 'string') return findScalarMisfit(value, shape, path);
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${path}: no list`];
    return value.flatMap((item) => findMisfits(item, (shape as readonly Shape[])[0] ?? '', isOptional, path));
  }
  if (typeof value !== 'object' || Array.isArray(value)) return [`${path}: no object`];
  return findFieldMisfits(
    value as Record<string, unknown>,
    shape as Readonly<Record<string, Shape>>,
    isOptional,
    path,
  );
}

function findScalarMisfit(value: unknown, shape: string, path: string): string[] {
  const [type = '', values] = shape.split(/:(.*)/s);
  const fits = SCALARS[type];
  if (fits && !fits(value)) return [`${path}: ${JSON.stringify(value)} is no ${type}`];
  if (values !== undefined && !values.split('|').includes(String(value)))
    return [`${path}: ${JSON.stringify(value)} is none of ${values}`];
  return [];
}

function findFieldMisfits(
  value: Readonly<Record<string, unknown>>,
  shape: Readonly<Record<string, Shape>>,
  isOptional: (path: string) => boolean,
  path: string,
): string[] {
  const at = (name: string): string => (path ? `${path}.${name}` : name);
  const any = shape['<key>'];
  const unknown = Object.entries(value).flatMap(([name, field]) => {
    const wanted = shape[name] ?? any;
    return wanted === undefined
      ? [`${at(name)}: the API has no such field`]
      : findMisfits(field, wanted, isOptional, at(name));
  });
  const missing = Object.keys(shape)
    .filter((name) => name !== '<key>' && !(name in value) && !isOptional(at(name)))
    .map((name) => `${at(name)}: missing`);
  return [...unknown, ...missing];
}
