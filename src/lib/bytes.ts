const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** No bytes. */
export const NO_BYTES: Uint8Array = new Uint8Array(0);

/** Text → UTF-8 bytes. */
export function toBytes(text: string): Uint8Array {
  return encoder.encode(text);
}

/** UTF-8 bytes → text; malformed sequences become U+FFFD. */
export function toText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** All parts, one after another, in a new array. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  let size = 0;
  for (const part of parts) size += part.length;
  const joined = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
