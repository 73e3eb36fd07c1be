import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, commandName, complain } from '../support/command.ts';
import { eachInput, quotedOpenError, readAllBytes } from '../support/input.ts';

const HASHES: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  md5sum: md5,
  sha1sum: sha1,
  sha256sum: sha256,
  sha512sum: sha512,
};

/** md5sum, sha1sum, sha256sum, sha512sum, with -c. */
export const checksum: Program = command(
  {
    short: 'bctsw',
    long: { binary: 'b', check: 'c', text: 't', status: 's', quiet: 'q', tag: 'tag' },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-c[sw]] [FILE]...\n\nPrint or check checksums',
  },
  async (proc, options) => {
    const hash = HASHES[commandName(proc)] ?? sha256;
    if (options.has('c')) return checkAll(proc, options.operands, hash, options.has('s'));
    const good = await eachInput(
      proc,
      options.operands,
      async (file, name) => {
        const bytes = await readAllBytes(proc, file);
        await proc.out(
          `${bytesToHex(hash(bytes))} ${options.has('b') && !proc.busybox ? '*' : ' '}${name}\n`,
        );
      },
      quotedOpenError,
    );
    return good ? 0 : 1;
  },
);

async function checkAll(
  proc: Process,
  lists: readonly string[],
  hash: (bytes: Uint8Array) => Uint8Array,
  silent: boolean,
): Promise<number> {
  let failed = 0;
  await eachInput(proc, lists, async (file) => {
    const lines = new TextDecoder().decode(await readAllBytes(proc, file)).split('\n');
    for (const line of lines) {
      const match = /^([0-9a-fA-F]+) [ *](.*)$/.exec(line);
      if (!match) continue;
      const name = match[2] ?? '';
      const good =
        proc.files.access(name, 4) && bytesToHex(hash(proc.files.readFile(name))) === match[1]?.toLowerCase();
      if (!good) failed++;
      if (!silent) await proc.out(`${name}: ${good ? 'OK' : 'FAILED'}\n`);
    }
  });
  if (failed > 0)
    await complain(proc, `WARNING: ${failed} computed checksum${failed === 1 ? '' : 's'} did NOT match`);
  return failed > 0 ? 1 : 0;
}

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

/** The bytes of a base 64 text, or undefined if it is none. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const clean = text.replace(/\s/g, '').replace(/=+$/, '');
  const values = [...clean].map((char) => LETTERS.indexOf(char));
  if (values.includes(-1)) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < values.length; at += 4) {
    const group = values
      .slice(at, at + 4)
      .reduce((sum, value, index) => sum | (value << (18 - 6 * index)), 0);
    bytes.push(
      ...[group >> 16, (group >> 8) & 255, group & 255].slice(0, Math.min(3, values.length - at - 1)),
    );
  }
  return Uint8Array.from(bytes);
}

/** base64, with -d and -w. */
export const base64: Program = command(
  {
    short: 'diw:',
    long: { decode: 'd', wrap: 'w:', 'ignore-garbage': 'i' },
    usage: '[OPTION]... [FILE]',
    busyboxUsage: '[-d] [-w COL] [FILE]\n\nBase64 encode or decode FILE to standard output',
  },
  async (proc, options) => {
    const good = await eachInput(proc, options.operands.slice(0, 1), async (file) => {
      const bytes = await readAllBytes(proc, file);
      if (options.has('d')) {
        const decoded = decodeBase64(new TextDecoder().decode(bytes));
        if (!decoded) throw new CommandFailure(proc.busybox ? 'truncated input' : 'invalid input');
        return void (await proc.out(decoded));
      }
      const width = Number(options.value('w') ?? 76);
      const text = encodeBase64(bytes);
      await proc.out(width === 0 ? text : text.replace(new RegExp(`.{1,${width}}`, 'g'), '$&\n'));
    });
    return good ? 0 : 1;
  },
);

/** hexdump -C, and od with -c, -x, -A n, -t x1. */
export const hexdump: Program = command(
  {
    short: 'Cn:s:vcxbdo',
    long: { canonical: 'C', length: 'n:' },
    usage: '[options] <file>...',
    busyboxUsage:
      '[-bcdoxCv] [-n LENGTH] [-s OFFSET] [FILE]...\n\nDisplay FILEs (or stdin) in a user specified format',
  },
  async (proc, options) => {
    const parts: Uint8Array[] = [];
    const good = await eachInput(
      proc,
      options.operands,
      async (file) => void parts.push(await readAllBytes(proc, file)),
    );
    const limit = options.value('n');
    const bytes = toFlat(parts).subarray(0, limit === undefined ? undefined : Number(limit));
    let before = '';
    let starred = false;
    for (let at = 0; at < bytes.length; at += 16) {
      const row = bytes.subarray(at, at + 16);
      const text = options.has('C') ? canonicalRow(row) : wordRow(row);
      if (text === before && row.length === 16 && !options.has('v')) {
        if (!starred) await proc.out('*\n');
        starred = true;
        continue;
      }
      [before, starred] = [text, false];
      await proc.out(`${at.toString(16).padStart(options.has('C') ? 8 : 7, '0')}${text}\n`);
    }
    await proc.out(`${bytes.length.toString(16).padStart(options.has('C') ? 8 : 7, '0')}\n`);
    return good ? 0 : 1;
  },
);

function toFlat(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function canonicalRow(row: Uint8Array): string {
  const hex = Array.from(
    { length: 16 },
    (_, index) => ` ${row[index]?.toString(16).padStart(2, '0') ?? '  '}`,
  );
  const text = [...row].map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
  return ` ${hex.slice(0, 8).join('')} ${hex.slice(8).join('')}  |${text}|`;
}

function wordRow(row: Uint8Array): string {
  let text = '';
  for (let at = 0; at < row.length; at += 2)
    text += ` ${((row[at] ?? 0) | ((row[at + 1] ?? 0) << 8)).toString(16).padStart(4, '0')}`;
  return text;
}

/** od: octal, or by -c, -t x1, -t c, -An. */
export const od: Program = command(
  {
    short: 'A:t:cxbdN:j:v',
    long: { 'address-radix': 'A:', format: 't:', 'read-bytes': 'N:' },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-abcdfhilovxs] [-t TYPE] [-A RADIX] [FILE]...\n\nDump FILEs (or stdin)',
  },
  async (proc, options) => {
    const parts: Uint8Array[] = [];
    const good = await eachInput(
      proc,
      options.operands,
      async (file) => void parts.push(await readAllBytes(proc, file)),
    );
    const limit = options.value('N');
    const bytes = toFlat(parts).subarray(0, limit === undefined ? undefined : Number(limit));
    const kind =
      options.value('t') ??
      (options.has('c') ? 'c' : options.has('x') ? 'x2' : options.has('b') ? 'o1' : 'o2');
    const radix = options.value('A') ?? 'o';
    const address = (at: number): string =>
      radix === 'n'
        ? ''
        : at.toString({ o: 8, d: 10, x: 16 }[radix] ?? 8).padStart(radix === 'x' ? 6 : 7, '0');
    for (let at = 0; at < bytes.length; at += 16)
      await proc.out(`${address(at)}${odRow(bytes.subarray(at, at + 16), kind)}\n`);
    if (radix !== 'n') await proc.out(`${address(bytes.length)}\n`);
    return good ? 0 : 1;
  },
);

function odRow(row: Uint8Array, kind: string): string {
  const named: Readonly<Record<number, string>> = {
    0: '\\0',
    7: '\\a',
    8: '\\b',
    9: '\\t',
    10: '\\n',
    11: '\\v',
    12: '\\f',
    13: '\\r',
  };
  if (kind.startsWith('c'))
    return [...row]
      .map((byte) =>
        (
          named[byte] ??
          (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : byte.toString(8).padStart(3, '0'))
        ).padStart(4),
      )
      .join('');
  const size = kind.endsWith('1') ? 1 : 2;
  const base = kind.startsWith('x') ? 16 : kind.startsWith('d') || kind.startsWith('u') ? 10 : 8;
  const width = base === 16 ? size * 2 : base === 8 ? size * 3 : size === 1 ? 4 : 6;
  let text = '';
  for (let at = 0; at < row.length; at += size)
    text += ` ${((row[at] ?? 0) | (size === 2 ? (row[at + 1] ?? 0) << 8 : 0)).toString(base).padStart(width, base === 10 ? ' ' : '0')}`;
  return text;
}
