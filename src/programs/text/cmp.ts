import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, complain, UsageFailure } from '../support/command.ts';
import { openInput, readAllBytes } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { parseByteCount } from '../support/units.ts';

const TROUBLE = 2;

/** cmp: the first byte, or with `-l` every byte, in which two files differ. @see POSIX cmp, GNU diffutils 3.10 */
export const cmp: Program = command(
  {
    short: 'bi:ln:s',
    long: { 'print-bytes': 'b', 'ignore-initial': 'i:', verbose: 'l', bytes: 'n:', quiet: 's', silent: 's' },
    usage: '[OPTION]... FILE1 [FILE2 [SKIP1 [SKIP2]]]',
    busyboxUsage: '[-ls] [-n NUM] FILE1 [FILE2 [SKIP1 [SKIP2]]]\n\nCompare FILE1 with FILE2 (or stdin)',
    usageStatus: TROUBLE,
    hint: "cmp: Try 'cmp --help' for more information.",
    version: 'cmp (GNU diffutils) 3.10\n',
  },
  async (proc, options) => {
    const [left, right = '-', ...skips] = options.operands;
    if (left === undefined)
      throw new UsageFailure(proc.busybox ? '' : `missing operand after '${proc.argv.at(-1) ?? 'cmp'}'`);
    const [a, b] = [await openInput(proc, left), await openInput(proc, right)];
    if (!a || !b) return TROUBLE;
    const skip = (options.value('i') ?? '0').split(':');
    const [skipA, skipB] = [byteCount(skips[0] ?? skip[0]), byteCount(skips[1] ?? skip[1] ?? skip[0])];
    const limit = options.value('n') === undefined ? Infinity : byteCount(options.value('n'));
    const part = async (file: OpenFile, from: number): Promise<Uint8Array> =>
      (await readAllBytes(proc, file)).subarray(from).subarray(0, limit === Infinity ? undefined : limit);
    const [first, second] = [await part(a, skipA), await part(b, skipB)];
    return compare(proc, options, { name: left, bytes: first }, { name: right, bytes: second });
  },
);

interface Side {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function byteCount(text = '0'): number {
  const count = parseByteCount(text);
  if (count === undefined) throw new CommandFailure(`invalid --bytes value '${text}'`, TROUBLE);
  return count;
}

async function compare(proc: Process, options: Options, left: Side, right: Side): Promise<number> {
  const common = Math.min(left.bytes.length, right.bytes.length);
  const width = String(Math.max(left.bytes.length, right.bytes.length)).length;
  let line = 1;
  let different = false;
  for (let at = 0; at < common; at++) {
    const [a = 0, b = 0] = [left.bytes[at], right.bytes[at]];
    if (a !== b) {
      different = true;
      if (options.has('s')) return 1;
      if (!options.has('l')) {
        const bytes = options.has('b') ? ` is ${octal(a)} ${printable(a)} ${octal(b)} ${printable(b)}` : '';
        const unit = proc.busybox ? 'char' : 'byte';
        await proc.out(`${left.name} ${right.name} differ: ${unit} ${at + 1}, line ${line}${bytes}\n`);
        return 1;
      }
      const bytes = options.has('b')
        ? `${octal(a)} ${printable(a).padEnd(4)} ${octal(b)} ${printable(b)}`
        : `${octal(a)} ${octal(b)}`;
      await proc.out(`${String(at + 1).padStart(width)} ${bytes}\n`);
    }
    if (a === 10) line++;
    const turn = at % 64 === 63 ? proc.tick() : undefined;
    if (turn) await turn;
  }
  if (left.bytes.length === right.bytes.length) return different ? 1 : 0;
  if (!options.has('s')) await complain(proc, endOfFile(proc, options, left, right, common));
  return 1;
}

function endOfFile(proc: Process, options: Options, left: Side, right: Side, common: number): string {
  const shorter = left.bytes.length < right.bytes.length ? left : right;
  if (proc.busybox) return `EOF on ${shorter.name}`;
  if (common === 0) return `EOF on ${shorter.name} which is empty`;
  if (options.has('l')) return `EOF on ${shorter.name} after byte ${common}`;
  const newlines = shorter.bytes.filter((byte) => byte === 10).length;
  const place = shorter.bytes[common - 1] === 10 ? `line ${newlines}` : `in line ${newlines + 1}`;
  return `EOF on ${shorter.name} after byte ${common}, ${place}`;
}

function octal(byte: number): string {
  return byte.toString(8).padStart(3);
}

/** As cat -v shows it. */
function printable(byte: number): string {
  const meta = byte >= 128 ? 'M-' : '';
  const low = byte & 127;
  if (low < 32) return `${meta}^${String.fromCharCode(low + 64)}`;
  return low === 127 ? `${meta}^?` : meta + String.fromCharCode(low);
}
