const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes in base 64, padded. @see RFC 4648 */
export function toBase64(bytes: Uint8Array): string {
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
