import { tableOf } from '../../../lib/table.ts';
import { toText } from '../../../lib/bytes.ts';

/** What a file is: in words, as MIME type and charset. */
export interface Kind {
  readonly text: string;
  readonly mime: string;
  readonly charset: string;
}

/** Beginnings that tell a format, in Latin-1. */
const MAGIC: readonly (readonly [start: string, text: string, mime: string])[] = [
  ['\x89PNG\r\n\x1a\n', 'PNG image data', 'image/png'],
  ['\xff\xd8\xff', 'JPEG image data', 'image/jpeg'],
  ['GIF87a', 'GIF image data, version 87a', 'image/gif'],
  ['GIF89a', 'GIF image data, version 89a', 'image/gif'],
  ['%PDF-', 'PDF document', 'application/pdf'],
  ['\x1f\x8b', 'gzip compressed data', 'application/gzip'],
  ['BZh', 'bzip2 compressed data', 'application/x-bzip2'],
  ['\xfd7zXZ\0', 'XZ compressed data', 'application/x-xz'],
  ['\x28\xb5\x2f\xfd', 'Zstandard compressed data', 'application/zstd'],
  ['PK\x05\x06', 'Zip archive data (empty)', 'application/zip'],
  ['PK\x03\x04', 'Zip archive data', 'application/zip'],
  ['\x7fELF', 'ELF 64-bit LSB executable, x86-64', 'application/x-executable'],
  ['\0asm', 'WebAssembly (wasm) binary module', 'application/wasm'],
  ['SQLite format 3\0', 'SQLite 3.x database', 'application/vnd.sqlite3'],
  ['REDIS0', 'Redis RDB file', 'application/octet-stream'],
];

/** Interpreters by the last part of the `#!` line. */
const SCRIPTS: Readonly<Record<string, readonly [text: string, mime: string]>> = tableOf({
  sh: ['POSIX shell script', 'text/x-shellscript'],
  bash: ['Bourne-Again shell script', 'text/x-shellscript'],
  python: ['Python script', 'text/x-script.python'],
  python3: ['Python script', 'text/x-script.python'],
  node: ['Node.js script executable', 'application/javascript'],
  perl: ['Perl script', 'text/x-perl'],
});

/** Names the kind of a file by its first bytes. */
export function classify(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return { text: 'empty', mime: 'inode/x-empty', charset: 'binary' };
  const start = String.fromCharCode(...bytes.subarray(0, 512));
  const magic = MAGIC.find(([prefix]) => start.startsWith(prefix));
  if (magic) return { text: magic[1], mime: magic[2], charset: 'binary' };
  if (start.slice(257, 262) === 'ustar') return { text: 'POSIX tar archive (GNU)', mime: 'application/x-tar', charset: 'binary' };
  const charset = charsetOf(bytes);
  if (charset === 'binary') return { text: 'data', mime: 'application/octet-stream', charset };
  return textKind(toText(bytes), charset);
} // prettier-ignore

function charsetOf(bytes: Uint8Array): string {
  const control = bytes.some((byte) => byte === 0 || (byte < 32 && !(byte >= 7 && byte <= 13) && byte !== 27) || byte === 127);
  if (control) return 'binary';
  if (bytes.every((byte) => byte < 0x80)) return 'us-ascii';
  return /[\udc80-\udcff]/u.test(toText(bytes).slice(0, -3)) ? 'iso-8859-1' : 'utf-8';
} // prettier-ignore

function textKind(text: string, charset: string): Kind {
  const encoding = { 'us-ascii': 'ASCII text', 'utf-8': 'Unicode text, UTF-8 text', 'iso-8859-1': 'ISO-8859 text' }[charset] ?? 'text';
  const ends = lineEnds(text);
  const [, interpreter = '', argument = ''] = /^#!\s*(\S+)(?:\s+(\S+))?/.exec(text) ?? [];
  const program = (interpreter.endsWith('/env') ? argument : interpreter).split('/').at(-1) ?? '';
  const script = SCRIPTS[program];
  if (script) return { text: `${script[0]}, ${encoding} executable${ends}`, mime: script[1], charset };
  if (program !== '') return { text: `a ${interpreter} script, ${encoding} executable${ends}`, mime: 'text/plain', charset };
  if (/^\s*[[{]/.test(text) && isJson(text)) return { text: 'JSON text data', mime: 'application/json', charset };
  if (/^\s*<!doctype html|^\s*<html/i.test(text)) return { text: `HTML document, ${encoding}${ends}`, mime: 'text/html', charset };
  if (/^<\?xml/.test(text)) return { text: `XML 1.0 document, ${encoding}${ends}`, mime: 'text/xml', charset };
  if (/^-----BEGIN CERTIFICATE-----/.test(text)) return { text: 'PEM certificate', mime: 'text/plain', charset };
  return { text: encoding + ends, mime: 'text/plain', charset };
} // prettier-ignore

function lineEnds(text: string): string {
  const longest = text.split('\n').some((line) => line.length > 300);
  const long = longest ? ', with very long lines' : '';
  if (!/[\r\n]/.test(text)) return `${long}, with no line terminators`;
  return /\r\n/.test(text) ? `${long}, with CRLF line terminators` : long;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
