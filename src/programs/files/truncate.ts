import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, complain, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { parseByteCount } from '../support/units.ts';

/** truncate: files cut or grown to a size. @see GNU coreutils truncate */
export const truncate: Program = command(
  {
    short: 'cor:s:',
    long: { 'no-create': 'c', reference: 'r:', size: 's:', 'io-blocks': 'o' },
    usage: 'OPTION... FILE...',
    busyboxUsage: '[-c] -s SIZE FILE...\n\nTruncate FILEs to SIZE',
  },
  async (proc, options) => {
    if (!options.has('s', 'r'))
      throw new UsageFailure(proc.busybox ? '' : "you must specify either '--size' or '--reference'");
    if (options.operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing file operand');
    const size = sizeRule(proc, options);
    let status = 0;
    for (const path of options.operands) {
      try {
        if (!proc.files.exists(path) && options.has('c')) continue;
        (await proc.open(path, { read: false, write: true, create: true })).release();
        proc.files.truncate(path, Math.max(0, size(proc.files.stat(path).size)));
      } catch (error) {
        if (!isSysError(error)) throw error;
        await complain(proc, proc.busybox ? `${path}: open: ${error.message}` : `cannot open ${quote(path)} for writing: ${error.message}`);
        status = 1;
      }
    }
    return status;
  },
); // prettier-ignore

/** From a file's size to its new one: `10`, `+1K`, `-3`, `<5`, `>5`, `/4` (down to a multiple), `%4` (up). */
function sizeRule(proc: Process, options: Options): (size: number) => number {
  const text = options.value('s');
  const reference = options.value('r');
  const base = reference === undefined ? undefined : proc.files.stat(reference).size;
  if (text === undefined) return () => base ?? 0;
  const [, sign, number = ''] = /^\s*([-+<>/%]?)\s*(.*)$/s.exec(text) ?? [];
  const value = parseByteCount(number);
  if (value === undefined) throw new CommandFailure(proc.busybox ? `invalid number '${text}'` : `Invalid number: ${quote(text)}`);
  return (size) => {
    const from = base ?? size;
    if (sign === '+') return from + value;
    if (sign === '-') return from - value;
    if (sign === '<') return Math.min(from, value);
    if (sign === '>') return Math.max(from, value);
    if (sign === '/') return Math.floor(from / value) * value;
    return sign === '%' ? Math.ceil(from / value) * value : value;
  };
} // prettier-ignore
