import { formatShare, MOST_SHARE_BYTES, parseShare, ShareError, type Share } from '../../state/share.ts';
import { compress, decompress } from '../shelf/compress.ts';
import { decodeBase64, encodeBase64 } from '../../lib/base64.ts';

const KEY = 'share=';
/** Browsers take much longer ones, but what passes links on often does not. */
const MOST_LETTERS = 64_000;

/** @throws ShareError where it would be too long */
export async function toFragment(share: Share): Promise<string> {
  const packed = await compress(new TextEncoder().encode(formatShare(share)), 'deflate-raw');
  const text = encodeBase64(packed).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  if (text.length > MOST_LETTERS)
    throw new ShareError(
      'This is too much for a link. Leave some files out, or share the sandbox as a file.',
    );
  return KEY + text;
}

/** @throws ShareError */
export async function fromFragment(fragment: string): Promise<Share> {
  const text = fragment.slice(KEY.length);
  if (!fragment.startsWith(KEY) || text.length > MOST_LETTERS * 2) throw damaged();
  const json = await decompress(decode(text), 'deflate-raw', MOST_SHARE_BYTES).catch(() => {
    throw damaged();
  });
  return parseShare(new TextDecoder().decode(json));
}

function decode(text: string): Uint8Array {
  const padded = text.padEnd(Math.ceil(text.length / 4) * 4, '=');
  const { bytes, complete } = decodeBase64(padded.replace(/-/g, '+').replace(/_/g, '/'));
  if (!complete) throw damaged();
  return bytes;
}

const damaged = (): ShareError => new ShareError('This link is damaged: a part of it is missing.');
