import { md5, sha1 } from '@noble/hashes/legacy.js';
import { compareSync } from 'bcryptjs';
import { concatBytes, toBytes } from '../../lib/bytes.ts';
import { encodeBase64 } from '../../lib/base64.ts';

/** The digits of these hashes. */
export const ITOA64 = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Whether a password is that of a field of an htpasswd file. Simplified: crypt(3) is not known and never matches. @see APR apr_password_validate */
export function isHtpasswd(field: string, password: string): boolean {
  if (isBcrypt(field)) return compareSync(password, field);
  if (field.startsWith('{SHA}')) return field === shaField(password);
  if (field.startsWith('{PLAIN}')) return field.slice(7) === password;
  const salt = /^\$apr1\$([^$]*)\$/.exec(field)?.[1];
  return salt !== undefined && field === apr1Field(password, salt);
}

/** True for a field that `htpasswd -B` made. */
export function isBcrypt(field: string): boolean {
  return /^\$2[aby]\$\d\d\$/.test(field);
}

/** `{SHA}` and the digest. */
export function shaField(password: string): string {
  return `{SHA}${encodeBase64(sha1(toBytes(password)))}`;
}

/** Apache's MD5 of a password, a thousand times over. @see APR apr_md5_encode */
export function apr1Field(password: string, salt: string): string {
  const [key, grain] = [toBytes(password), toBytes(salt.slice(0, 8))];
  const inner = md5(concatBytes([key, grain, key]));
  const parts = [key, toBytes('$apr1$'), grain];
  for (let left = key.length; left > 0; left -= 16) parts.push(inner.subarray(0, Math.min(16, left)));
  for (let bits = key.length; bits > 0; bits >>= 1)
    parts.push(bits & 1 ? new Uint8Array(1) : key.subarray(0, 1));
  let digest = md5(concatBytes(parts));
  for (let round = 0; round < 1000; round++) {
    const mixed = [round & 1 ? key : digest];
    if (round % 3) mixed.push(grain);
    if (round % 7) mixed.push(key);
    mixed.push(round & 1 ? digest : key);
    digest = md5(concatBytes(mixed));
  }
  const byte = (at: number): number => digest[at] ?? 0;
  const groups = [0, 1, 2, 3, 4].map((at) =>
    itoa64((byte(at) << 16) | (byte(at + 6) << 8) | byte(at === 4 ? 5 : at + 12), 4),
  );
  return `$apr1$${salt.slice(0, 8)}$${groups.join('')}${itoa64(byte(11), 2)}`;
}

function itoa64(value: number, length: number): string {
  let text = '';
  for (let left = value, count = 0; count < length; count++, left >>>= 6) text += ITOA64.charAt(left & 63);
  return text;
}
