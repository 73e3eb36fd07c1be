import { baseProgram } from './base-encoding.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes in base 64. @see RFC 4648 */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const chars = [18, 12, 6, 0].map((shift) => LETTERS.charAt((group >> shift) & 63)).join('');
    text += chars.slice(0, bytes.length - at + 1).padEnd(4, '=');
  }
  return text;
}

/** The bytes of a base 64 text, as far as it is one. */
export function decodeBase64(text: string): { bytes: Uint8Array; complete: boolean } {
  const clean = text.replace(/\n/g, '');
  const valid = /^[A-Za-z0-9+/]*/.exec(clean)?.[0] ?? '';
  const bytes = new Uint8Array(Math.floor((valid.length * 3) / 4));
  let [at, bits, size] = [0, 0, 0];
  for (const char of valid) {
    bits = ((bits << 6) | LETTERS.indexOf(char)) & 0xffffff;
    size += 6;
    if (size < 8) continue;
    size -= 8;
    bytes[at++] = (bits >> size) & 255;
  }
  const padding = clean.slice(valid.length);
  return { bytes, complete: /^={0,2}$/.test(padding) && (valid.length + padding.length) % 4 === 0 };
}

/** base64. @see GNU coreutils base64 */
export const base64 = baseProgram({
  title: 'Base64',
  garbage: /[^A-Za-z0-9+/=]/g,
  encode: encodeBase64,
  decode: decodeBase64,
});
