const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** No bytes. */
export const NO_BYTES: Uint8Array = new Uint8Array(0);

/** A byte that is no part of UTF-8 stands in text as this plus its value: a lone surrogate, which no real text has. */
const RAW = 0xdc00;
const HAS_RAW = /[\udc80-\udcff]/u;

/** Text → UTF-8 bytes; what `toText` kept of other bytes becomes those bytes again. */
export function toBytes(text: string): Uint8Array {
  return HAS_RAW.test(text)
    ? concatBytes(text.split(/([\udc80-\udcff]+)/u).map(encodePart))
    : encoder.encode(text);
}

function encodePart(part: string, index: number): Uint8Array {
  if (index % 2 === 0) return encoder.encode(part);
  return Uint8Array.from(part, (char) => char.charCodeAt(0) - RAW);
}

/** A byte as text holds it where it is alone: ASCII as itself, others as a raw byte. */
export function rawByte(byte: number): string {
  return String.fromCharCode(byte < 0x80 ? byte : RAW + byte);
}

/** UTF-8 bytes → text. Bytes that are no UTF-8 are kept, one character each, so that `toBytes` gives the same bytes back. */
export function toText(bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  return text.includes('\ufffd') ? decodeRaw(bytes) : text;
}

function decodeRaw(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const size = sequenceLength(bytes, at);
    text += size > 0 ? decoder.decode(bytes.subarray(at, at + size)) : rawByte(bytes[at] ?? 0);
    at += size || 1;
  }
  return text;
}

/** Bytes of the well-formed sequence that begins here, or 0. @see RFC 3629 */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
  const size =
    first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let next = 1; next < size; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0;
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return 0;
  return size;
}

/** Decodes pieces of a stream as `toText` does the whole: a sequence cut by the end of a piece waits for the next. */
export class TextStream {
  #rest = NO_BYTES;

  decode(piece: Uint8Array): string {
    const bytes = this.#rest.length > 0 ? concatBytes([this.#rest, piece]) : piece;
    const end = bytes.length - unfinished(bytes);
    this.#rest = bytes.slice(end);
    return toText(end === bytes.length ? bytes : bytes.subarray(0, end));
  }

  /** What is left over at the end. */
  end(): string {
    const text = toText(this.#rest);
    this.#rest = NO_BYTES;
    return text;
  }
}

/** How many bytes at the end may begin a sequence that goes on. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4) ? back : 0;
  }
  return 0;
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
