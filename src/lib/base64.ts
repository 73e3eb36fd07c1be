const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes in base 64, padded. @see RFC 4648 */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const digit = (shift: number): string => ALPHABET[(group >> shift) & 63] ?? '';
    text += digit(18) + digit(12);
    text += second === undefined ? '==' : digit(6) + (third === undefined ? '=' : digit(0));
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
    bits = ((bits << 6) | ALPHABET.indexOf(char)) & 0xffffff;
    size += 6;
    if (size < 8) continue;
    size -= 8;
    bytes[at++] = (bits >> size) & 255;
  }
  const padding = clean.slice(valid.length);
  return { bytes, complete: /^={0,2}$/.test(padding) && (valid.length + padding.length) % 4 === 0 };
}
