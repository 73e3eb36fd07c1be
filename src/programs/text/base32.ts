import { baseProgram } from './base-encoding.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes in base 32. @see RFC 4648 */
function encode(bytes: Uint8Array): string {
  let [text, bits, size] = ['', 0, 0];
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    size += 8;
    for (; size >= 5; size -= 5) text += LETTERS.charAt((bits >> (size - 5)) & 31);
  }
  if (size > 0) text += LETTERS.charAt((bits << (5 - size)) & 31);
  return text.padEnd(Math.ceil(text.length / 8) * 8, '=');
}

function decode(text: string): { bytes: Uint8Array; complete: boolean } {
  const clean = text.replace(/\n/g, '');
  const valid = /^[A-Z2-7]*/.exec(clean)?.[0] ?? '';
  const bytes = new Uint8Array(Math.floor((valid.length * 5) / 8));
  let [at, bits, size] = [0, 0, 0];
  for (const char of valid) {
    bits = ((bits << 5) | LETTERS.indexOf(char)) & 0xfff;
    size += 5;
    if (size < 8) continue;
    size -= 8;
    bytes[at++] = (bits >> size) & 255;
  }
  const complete = /^=*$/.test(clean.slice(valid.length)) && clean.length % 8 === 0;
  // Of a text that breaks off, only whole groups count.
  return { bytes: complete ? bytes : bytes.subarray(0, Math.floor(valid.length / 8) * 5), complete };
}

/** base32. @see GNU coreutils base32 */
export const base32 = baseProgram({ title: 'Base32', garbage: /[^A-Z2-7=]/g, encode, decode });
