import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, complain, UsageFailure } from '../support/command.ts';
import { applyMode } from '../../lib/file-mode.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';

function modeOf(options: Options): number | undefined {
  const text = options.value('m');
  if (text === undefined) return undefined;
  const mode = applyMode(text, 0o666, false, 0);
  if (mode === undefined) throw new CommandFailure('invalid mode');
  return mode;
}

/** mkfifo: named pipes. @see POSIX mkfifo */
export const mkfifo: Program = command(
  {
    short: 'm:',
    long: { mode: 'm:' },
    usage: '[OPTION]... NAME...',
    busyboxUsage: '[-m MODE] NAME\n\nCreate named pipe',
  },
  async (proc, options) => {
    if (options.operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    const mode = modeOf(options);
    let status = 0;
    for (const path of options.operands) {
      try {
        proc.files.mknod(path, 'fifo', 0o666 & ~proc.umask);
        if (mode !== undefined) proc.files.chmod(path, mode);
      } catch (error) {
        if (!isSysError(error)) throw error;
        await complain(proc, proc.busybox ? `${path}: ${error.message}` : `cannot create fifo ${quote(path)}: ${error.message}`);
        status = 1;
      }
    }
    return status;
  },
); // prettier-ignore

/** mknod: a fifo or a device. @see GNU coreutils mknod */
export const mknod: Program = command(
  {
    short: 'm:',
    long: { mode: 'm:' },
    usage: '[OPTION]... NAME TYPE [MAJOR MINOR]',
    busyboxUsage: '[-m MODE] NAME TYPE [MAJOR MINOR]\n\nCreate a special file (block, character, or pipe)',
  },
  async (proc, options) => {
    const [name, kind, major, minor, extra] = options.operands;
    if (name === undefined) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    if (kind === undefined) throw new UsageFailure(proc.busybox ? '' : `missing operand after ${quote(name)}`);
    const type = { p: 'fifo', b: 'block', c: 'char', u: 'char' }[kind] as 'fifo' | 'block' | 'char' | undefined;
    if (type === undefined) throw new UsageFailure(proc.busybox ? '' : `invalid device type ${quote(kind)}`);
    const device = type !== 'fifo';
    if (device && minor === undefined)
      throw new UsageFailure(`missing operand after ${quote(major ?? kind)}\nSpecial files require major and minor device numbers.`);
    if (!device && major !== undefined)
      throw new UsageFailure(`extra operand ${quote(major)}\nFifos do not have major and minor device numbers.`);
    if (extra !== undefined) throw new UsageFailure(`extra operand ${quote(extra)}`);
    try {
      proc.files.mknod(name, type, (modeOf(options) ?? 0o666) & ~proc.umask, [Number(major ?? 0), Number(minor ?? 0)]);
      return 0;
    } catch (error) {
      if (!isSysError(error)) throw error;
      throw new CommandFailure(`${name}: ${error.message}`);
    }
  },
); // prettier-ignore

function exactly(proc: Process, { operands }: Options, count: number): void {
  if (operands.length < count) {
    const last = operands.at(-1);
    throw new UsageFailure(proc.busybox ? '' : last === undefined ? 'missing operand' : `missing operand after ${quote(last)}`);
  }
  if (operands.length > count)
    throw new UsageFailure(proc.busybox ? '' : `extra operand ${quote(operands[count] ?? '')}`);
} // prettier-ignore

/** unlink: removes one name. @see POSIX unlink */
export const unlink: Program = command(
  { short: '', usage: 'FILE', busyboxUsage: 'FILE\n\nDelete FILE by calling unlink()' },
  (proc, options) => {
    exactly(proc, options, 1);
    const [path = ''] = options.operands;
    try {
      proc.files.unlink(path);
      return 0;
    } catch (error) {
      if (!isSysError(error)) throw error;
      throw new CommandFailure(proc.busybox ? `can't remove file '${path}': ${error.message}` : `cannot unlink ${quote(path)}: ${error.message}`);
    }
  },
); // prettier-ignore

/** link: gives a file a second name. @see POSIX link */
export const link: Program = command(
  { short: '', usage: 'FILE1 FILE2', busyboxUsage: 'FILE LINK\n\nCreate hard LINK to FILE' },
  (proc, options) => {
    exactly(proc, options, 2);
    const [from = '', to = ''] = options.operands;
    try {
      proc.files.link(from, to);
      return 0;
    } catch (error) {
      if (!isSysError(error)) throw error;
      throw new CommandFailure(proc.busybox ? `can't create link '${to}' to '${from}': ${error.message}` : `cannot create link ${quote(to)} to ${quote(from)}: ${error.message}`);
    }
  },
); // prettier-ignore
