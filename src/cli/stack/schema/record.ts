import type { Schema } from '../../schema/schema.ts';

interface RecordOptions {
  /** Other keys are wrong; so unless it is said otherwise. */
  readonly closed?: boolean;
  /** Keys may begin with `x-`. */
  readonly extensible?: boolean;
  readonly orNull?: boolean;
  readonly required?: readonly string[];
}

/** A mapping with these keys. */
export function record(
  properties: Readonly<Record<string, Schema>>,
  { closed = true, extensible = false, orNull = false, required }: RecordOptions = {},
): Schema {
  return {
    type: orNull ? ['object', 'null'] : ['object'],
    properties,
    closed,
    ...(extensible && { patternProperties: [[/^x-/, {}]] as const }),
    ...(required && { required }),
  };
}

/** Keys that there are from version 3.FIRST on. */
export function fromVersion(
  minor: number,
  first: number,
  properties: Readonly<Record<string, Schema>>,
): Readonly<Record<string, Schema>> {
  return minor >= first ? properties : {};
}
