import type { Value } from '../runtime/values.ts';

/** An argument that has to be a text. */
export function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : String(value ?? '');
}

/** An argument that has to be a number. */
export function number(value: Value | undefined): number {
  return Number(value ?? 0);
}

/** A part of a buffer: it travels as buffer, offset and length. */
export function bytes(
  buffer: Value | undefined,
  offset: Value | undefined,
  length: Value | undefined,
): Uint8Array {
  return buffer instanceof Uint8Array
    ? buffer.subarray(number(offset), number(offset) + number(length))
    : new Uint8Array(0);
}
