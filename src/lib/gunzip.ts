import { gunzipSync } from 'fflate';

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * What a gzip file holds, as its first bytes tell, and other bytes as they are.
 * @param limit more than this is not unpacked @throws Error for damaged data, and for more than that
 */
export function gunzipped(bytes: Uint8Array, limit = Infinity): Uint8Array {
  if (!isGzip(bytes)) return bytes;
  const claimed =
    bytes.length < 18 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  if (claimed > limit) throw new Error('gzip: too large');
  try {
    return gunzipSync(bytes);
  } catch {
    throw new Error('gzip: invalid header');
  }
}
