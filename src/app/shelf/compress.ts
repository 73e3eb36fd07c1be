type Format = 'gzip' | 'deflate-raw';

/** Compressed by the browser. */
export function compress(bytes: Uint8Array, format: Format): Promise<Uint8Array<ArrayBuffer>> {
  return collect(streamOf(bytes).pipeThrough(new CompressionStream(format)), Infinity);
}

/** What was compressed, at most `most` bytes of it. @throws TooLargeError for more, TypeError for what is damaged */
export function decompress(
  bytes: Uint8Array,
  format: Format,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  return collect(streamOf(bytes).pipeThrough(new DecompressionStream(format)), most);
}

/** There is more than one wants to have: perhaps a trap. */
export class TooLargeError extends Error {
  override name = 'TooLargeError';
}

const streamOf = (bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();

async function collect(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    total += value.length;
    if (total > most) {
      await reader.cancel();
      throw new TooLargeError('too large');
    }
    pieces.push(value);
  }
  const bytes = new Uint8Array(total);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}
