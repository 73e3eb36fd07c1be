import { blake2b } from '@noble/hashes/blake2.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, commandName, UsageFailure } from '../support/command.ts';
import { eachInput, quotedOpenError } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { checkSums } from './check-sums.ts';

const HASHES = {
  md5sum: { name: 'MD5', create: md5.create },
  sha1sum: { name: 'SHA1', create: sha1.create },
  sha224sum: { name: 'SHA224', create: sha224.create },
  sha256sum: { name: 'SHA256', create: sha256.create },
  sha384sum: { name: 'SHA384', create: sha384.create },
  sha512sum: { name: 'SHA512', create: sha512.create },
  b2sum: { name: 'BLAKE2b', create: blake2b.create },
} as const;

const CHECK_OPTIONS = [
  ['ignore-missing', '--ignore-missing'],
  ['s', '--status'],
  ['w', '--warn'],
  ['quiet', '--quiet'],
  ['strict', '--strict'],
] as const;

/** md5sum, sha1sum …, b2sum: digests of files, and `-c` to check a list of them. @see GNU coreutils md5sum */
export const checksum: Program = command(
  {
    short: 'bctswz',
    long: {
      binary: 'b', check: 'c', text: 't', status: 's', quiet: 'quiet', tag: 'tag', warn: 'w', zero: 'z', strict: 'strict',
      'ignore-missing': 'ignore-missing',
    },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-c[sw]] [FILE]...\n\nPrint or check checksums',
  },
  async (proc, options) => {
    const hash = HASHES[commandName(proc) as keyof typeof HASHES];
    const digest = (file: OpenFile): Promise<string> => digestOf(proc, file, hash.create());
    if (options.has('c')) return checkSums(proc, options, hash.name, digest);
    const checkOnly = proc.busybox ? undefined : CHECK_OPTIONS.find(([key]) => options.has(key));
    if (checkOnly)
      throw new UsageFailure(`the ${checkOnly[1]} option is meaningful only when verifying checksums`);
    const good = await eachInput(
      proc,
      options.operands,
      async (file, name) => proc.out(sumLine(await digest(file), name, hash.name, options, proc.busybox)),
      quotedOpenError,
    );
    return good ? 0 : 1;
  },
); // prettier-ignore

async function digestOf(
  proc: Process,
  file: OpenFile,
  hash: { update(bytes: Uint8Array): unknown; digest(): Uint8Array },
): Promise<string> {
  for (let bytes = await file.read(65536); bytes; bytes = await file.read(65536)) {
    hash.update(bytes);
    const turn = proc.tick(1 + (bytes.length >> 5));
    if (turn) await turn;
  }
  return bytesToHex(hash.digest());
}

/** A line as the list of `-c` has it; a name with a backslash or newline is escaped and the line marked. */
function sumLine(digest: string, name: string, kind: string, options: Options, busybox: boolean): string {
  if (busybox) return `${digest}  ${name}\n`;
  const zero = options.has('z');
  const escaped = zero ? name : name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  const mark = escaped === name ? '' : '\\';
  const end = zero ? '\0' : '\n';
  if (options.has('tag')) return `${mark}${kind} (${escaped}) = ${digest}${end}`;
  return `${mark}${digest} ${options.last('b', 't') === 'b' ? '*' : ' '}${escaped}${end}`;
}
