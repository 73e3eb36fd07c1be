import { number } from '../../support/wasm/host-arguments.ts';
import type { Value } from '../runtime/values.ts';

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
