import type { Program } from '../../kernel/process.ts';
import { toText } from '../../lib/bytes.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { eachInput, readAllBytes, quotedOpenError } from '../support/input.ts';
import { quote } from '../support/quote.ts';

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

/** base64, with -d, -i and -w. @see GNU coreutils base64 */
export const base64: Program = command(
  {
    short: 'diw:',
    long: { decode: 'd', wrap: 'w:', 'ignore-garbage': 'i' },
    usage: '[OPTION]... [FILE]',
    busyboxUsage: '[-d] [-w COL] [FILE]\n\nBase64 encode or decode FILE to standard output',
  },
  async (proc, options) => {
    const [, extra] = options.operands;
    if (extra !== undefined) throw new UsageFailure(`extra operand ${quote(extra)}`);
    const width = Number(options.value('w') ?? 76);
    if (!Number.isInteger(width) || width < 0)
      throw new CommandFailure(`invalid wrap size: ${quote(options.value('w') ?? '')}`);
    const good = await eachInput(
      proc,
      options.operands,
      async (file) => {
        const bytes = await readAllBytes(proc, file);
        if (!options.has('d')) {
          const text = encodeBase64(bytes);
          return proc.out(width === 0 ? text : text.replace(new RegExp(`.{1,${width}}`, 'g'), '$&\n'));
        }
        const text = toText(bytes);
        const decoded = decodeBase64(options.has('i') ? text.replace(/[^A-Za-z0-9+/=]/g, '') : text);
        await proc.out(decoded.bytes);
        if (!decoded.complete) throw new CommandFailure(proc.busybox ? 'truncated input' : 'invalid input');
      },
      quotedOpenError,
    );
    return good ? 0 : 1;
  },
);
