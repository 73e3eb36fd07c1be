import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { toBytes } from './bytes.ts';

/** SHA-256 of bytes, or of text as UTF-8, as 64 lower-case hexadecimal digits. */
export function sha256Hex(data: Uint8Array | string): string {
  return bytesToHex(sha256(typeof data === 'string' ? toBytes(data) : data));
}

/** A digest as registries and image IDs spell it: `sha256:` and 64 digits. @see OCI image-spec descriptor.md */
export function sha256Digest(data: Uint8Array | string): string {
  return `sha256:${sha256Hex(data)}`;
}
