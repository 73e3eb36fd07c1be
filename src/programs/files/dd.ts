import type { OpenFile } from '../../kernel/files/open-file.ts';
import { isSysError } from '../../kernel/errno.ts';
import { concatBytes, NO_BYTES } from '../../lib/bytes.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, complain, UsageFailure } from '../support/command.ts';
import { quote } from '../support/quote.ts';
import { parseByteCount } from '../support/units.ts';

const DEFAULT_BLOCK = 512;
const LARGEST_BUFFER = 128 * 1024 * 1024;
const NUMBERS = ['bs', 'ibs', 'obs', 'count', 'skip', 'seek'];
const WORDS = ['if', 'of', 'conv', 'status', 'iflag', 'oflag'];
const CONVERSIONS = [
  'notrunc',
  'fsync',
  'fdatasync',
  'lcase',
  'ucase',
  'sync',
  'noerror',
  'excl',
  'nocreat',
  'swab',
  'sparse',
];

const FLAGS = [
  'append', 'count_bytes', 'direct', 'directory', 'dsync', 'fullblock', 'noatime', 'nocache', 'noctty', 'nofollow', 'nonblock', 'seek_bytes',
  'skip_bytes', 'sync',
]; // prettier-ignore

interface Copied {
  fullIn: number;
  partIn: number;
  fullOut: number;
  partOut: number;
  bytes: number;
}

/** dd: copies a file in blocks and tells how many. @see POSIX dd, GNU coreutils dd */
export const dd: Program = command(
  {
    short: '',
    usage: '[OPERAND]...\n  or:  dd OPTION',
    busyboxUsage:
      '[if=FILE] [of=FILE] [ibs=N obs=N/bs=N] [count=N] [skip=N] [seek=N] [conv=notrunc|noerror|sync|fsync]\n\nCopy a file with converting and formatting',
  },
  async (proc, options) => {
    const operands = parseOperands(options.operands);
    const started = proc.now();
    const copied: Copied = { fullIn: 0, partIn: 0, fullOut: 0, partOut: 0, bytes: 0 };
    const conversions = (operands.get('conv') ?? '').split(',').filter((word) => word !== '');
    const wrong = conversions.find((word) => !CONVERSIONS.includes(word));
    if (wrong !== undefined) throw new UsageFailure(`invalid conversion: ${quote(wrong)}`);
    checkFlags(operands);
    const input = await openSide(proc, operands.get('if'), { read: true });
    const seek = size(operands, 'seek', 0) * size(operands, operands.has('bs') ? 'bs' : 'obs', DEFAULT_BLOCK);
    const keep = conversions.includes('notrunc') || seek > 0;
    const output = await openSide(proc, operands.get('of'), {
      read: false,
      write: true,
      create: !conversions.includes('nocreat'),
      exclusive: conversions.includes('excl'),
      truncate: !keep,
    });
    if (seek > 0 && output)
      position(proc, output, seek, !conversions.includes('notrunc'), operands.get('of') ?? 'standard output');
    const failed = await copyOrComplain(proc, operands, () =>
      copy(proc, input ?? proc.stdin, output ?? proc.stdout, operands, conversions, copied),
    );
    input?.release();
    output?.release();
    const shown = failed && proc.busybox ? 'noxfer' : operands.get('status');
    await report(proc, copied, (proc.now() - started) / 1000, shown);
    return failed ? 1 : 0;
  },
);

/** @throws UsageFailure */
function checkFlags(operands: ReadonlyMap<string, string>): void {
  for (const [key, side] of [['iflag', 'input'], ['oflag', 'output']] as const) {
    const wrong = operands.get(key)?.split(',').find((flag) => !FLAGS.includes(flag));
    if (wrong !== undefined) throw new UsageFailure(`invalid ${side} flag: ${quote(wrong)}`);
  } // prettier-ignore
}

function parseOperands(words: readonly string[]): Map<string, string> {
  const operands = new Map<string, string>();
  for (const word of words) {
    const equals = word.indexOf('=');
    const key = word.slice(0, Math.max(0, equals));
    if (!NUMBERS.includes(key) && !WORDS.includes(key))
      throw new UsageFailure(`unrecognized operand ${quote(word)}`);
    const value = word.slice(equals + 1);
    if (NUMBERS.includes(key) && numberOf(value) === undefined)
      throw new CommandFailure(`invalid number: ${quote(value)}`);
    if (/^[io]?bs$/.test(key) && numberOf(value) === 0)
      throw new CommandFailure(`invalid number: ${quote(value)}`);
    operands.set(key, value);
  }
  return operands;
}

/** `4k`, `2x512` */
function numberOf(text: string): number | undefined {
  let product = 1;
  for (const factor of text.split('x')) {
    const count = parseByteCount(factor);
    if (count === undefined) return undefined;
    product *= count;
  }
  return product;
}

function size(operands: ReadonlyMap<string, string>, key: string, otherwise: number): number {
  return numberOf(operands.get(key) ?? '') ?? otherwise;
}

async function openSide(
  proc: Process,
  path: string | undefined,
  options: Parameters<Process['open']>[1],
): Promise<OpenFile | undefined> {
  if (path === undefined) return undefined;
  try {
    const file = await proc.open(path, options);
    file.retain();
    return file;
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new CommandFailure(
      proc.busybox
        ? `can't open '${path}': ${error.message}`
        : `failed to open ${quote(path)}: ${error.message}`,
    );
  }
}

function position(proc: Process, output: OpenFile, offset: number, cut: boolean, name: string): void {
  try {
    output.seek(offset, 'set');
    if (cut) output.truncate(offset);
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new CommandFailure(
      proc.busybox
        ? `can't seek '${name}': ${error.message}`
        : `${quote(name)}: cannot seek: ${error.message}`,
    );
  }
}

/** True if it could not write all: what it did is reported all the same. */
async function copyOrComplain(
  proc: Process,
  operands: ReadonlyMap<string, string>,
  run: () => Promise<void>,
): Promise<boolean> {
  try {
    await run();
    return false;
  } catch (error) {
    if (!isSysError(error) || error.code === 'EPIPE') throw error;
    await complain(proc, `error writing ${quote(operands.get('of') ?? 'standard output')}: ${error.message}`);
    return true;
  }
}

/** Its buffer; a machine of this size has none that is bigger. */
function takeBuffer(proc: Process, bytes: number): void {
  if (bytes > LARGEST_BUFFER) {
    const human = unit(bytes, 1024, ' ');
    throw new CommandFailure(
      proc.busybox ? 'out of memory' : `memory exhausted by input buffer of size ${bytes} bytes (${human}iB)`,
    );
  }
  proc.allocate(bytes);
}

async function copy(
  proc: Process,
  input: OpenFile,
  output: OpenFile,
  operands: ReadonlyMap<string, string>,
  conversions: readonly string[],
  copied: Copied,
): Promise<void> {
  const blockSize = size(operands, operands.has('bs') ? 'bs' : 'ibs', DEFAULT_BLOCK);
  const outSize = operands.has('bs') ? blockSize : size(operands, 'obs', DEFAULT_BLOCK);
  takeBuffer(proc, blockSize);
  const fullBlocks = (operands.get('iflag') ?? '').includes('fullblock');
  for (let left = size(operands, 'skip', 0); left > 0; left--)
    if (!(await readBlock(input, blockSize, true))) break;
  const sparse = conversions.includes('sparse');
  let pending = NO_BYTES;
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (!(sparse && bytes.every((byte) => byte === 0) && leaveHole(output, bytes.length)))
      await output.write(bytes);
    copied[bytes.length === outSize ? 'fullOut' : 'partOut']++;
    copied.bytes += bytes.length;
  };
  for (let left = size(operands, 'count', Infinity); left > 0; left--) {
    const block = await readBlock(input, blockSize, fullBlocks);
    if (!block) break;
    copied[block.length === blockSize ? 'fullIn' : 'partIn']++;
    const converted = convert(block, conversions, blockSize);
    const turn = proc.tick(2 + (block.length >> 10));
    if (turn) await turn;
    // With `bs` each input block is written as it is; otherwise blocks of `obs` are gathered.
    if (operands.has('bs')) {
      await write(converted);
      continue;
    }
    pending = pending.length ? concatBytes([pending, converted]) : converted;
    for (; pending.length >= outSize; pending = pending.subarray(outSize))
      await write(pending.subarray(0, outSize));
  }
  if (pending.length > 0) await write(pending);
}

/** Goes on behind a hole that reads as zeros; false where the file can't have one. */
function leaveHole(output: OpenFile, length: number): boolean {
  try {
    const end = output.seek(length, 'current');
    if ((output.stat().size ?? 0) < end) output.truncate(end);
    return true;
  } catch (error) {
    if (!isSysError(error)) throw error;
    return false;
  }
}

async function readBlock(file: OpenFile, blockSize: number, full: boolean): Promise<Uint8Array | null> {
  const first = await file.read(blockSize);
  if (!first || !full) return first;
  const parts = [first];
  for (let have = first.length; have < blockSize;) {
    const more = await file.read(blockSize - have);
    if (!more) break;
    parts.push(more);
    have += more.length;
  }
  return concatBytes(parts);
}

function convert(block: Uint8Array, conversions: readonly string[], blockSize: number): Uint8Array {
  let bytes = conversions.includes('swab') ? swapped(block) : block;
  if (conversions.includes('ucase'))
    bytes = bytes.map((byte) => (byte >= 97 && byte <= 122 ? byte - 32 : byte));
  if (conversions.includes('lcase'))
    bytes = bytes.map((byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));
  if (conversions.includes('sync') && bytes.length < blockSize)
    bytes = concatBytes([bytes, new Uint8Array(blockSize - bytes.length)]);
  return bytes;
}

/** Each pair of bytes the other way round; an odd last one stays. */
function swapped(block: Uint8Array): Uint8Array {
  return block.map((byte, at) => (at % 2 === 1 ? (block[at - 1] ?? 0) : (block[at + 1] ?? byte)));
}

async function report(
  proc: Process,
  copied: Copied,
  seconds: number,
  status: string | undefined,
): Promise<void> {
  if (status === 'none') return;
  const { fullIn, partIn, fullOut, partOut } = copied;
  await proc.err(`${fullIn}+${partIn} records in\n${fullOut}+${partOut} records out\n`);
  if (status !== 'noxfer') await proc.err(`${transferLine(copied.bytes, seconds, proc.busybox)}\n`);
}

/** `1048576 bytes (1.0 MB, 1.0 MiB) copied, 0.001 s, 1.0 GB/s` */
function transferLine(bytes: number, seconds: number, busybox: boolean): string {
  const time = Math.max(seconds, 1e-6);
  if (busybox)
    return `${bytes} bytes (${unit(bytes, 1024, '')}B) copied, ${time.toFixed(6)} seconds, ${unit(bytes / time, 1024, '')}B/s`;
  const sizes = [
    bytes >= 1000 ? unit(bytes, 1000, ' ') + 'B' : '',
    bytes >= 1024 ? unit(bytes, 1024, ' ') + 'iB' : '',
  ].filter((text) => text !== '');
  const amount = bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const shown = Number(time.toPrecision(6));
  return `${amount}${sizes.length ? ` (${sizes.join(', ')})` : ''} copied, ${shown < 1e-4 ? shown.toExponential().replace(/e-(\d)$/, 'e-0$1') : shown} s, ${unit(bytes / time, 1000, ' ')}B/s`;
}

function unit(amount: number, base: number, space: string): string {
  let power = 0;
  let value = amount;
  for (; value >= base && power < 5; power++) value /= base;
  const prefix = power === 1 && base === 1000 ? 'k' : ' KMGTP'.charAt(power).trim();
  const digits = value < 10 && (power > 0 || space === '') ? value.toFixed(1) : String(Math.round(value));
  return `${digits}${space}${prefix}`;
}
