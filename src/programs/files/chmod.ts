import type { Process, Program } from '../../kernel/process.ts';
import { CommandFailure, runCommand, UsageFailure } from '../support/command.ts';
import { applyMode } from '../../lib/file-mode.ts';
import { formatMode } from '../support/mode.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { eachFile } from './each-file.ts';

const CHMOD = {
  short: 'cfvRrwxXstugoa',
  long: { recursive: 'R', verbose: 'v', changes: 'c', silent: 'f', quiet: 'f', reference: 'reference:' },
  usage: '[OPTION]... MODE[,MODE]... FILE...',
  busyboxUsage:
    '[-Rcvf] MODE[,MODE]... FILE...\n\nMODE is octal number (bit pattern sstrwxrwxrwx) or [ugoa]{+|-|=}[rwxXst]',
};

/** chmod: octal and symbolic modes, -R. @see POSIX chmod */
export const chmod: Program = (proc) => {
  // A mode like -x looks like an option.
  const words = proc.argv.slice(1);
  const at = words.findIndex((word) => /^-[rwxXst]+$/.test(word));
  const mode = at >= 0 ? words.splice(at, 1)[0] : undefined;
  return runCommand(proc, CHMOD, words, (_, options) => runChmod(proc, options, mode));
};

async function runChmod(proc: Process, options: Options, given: string | undefined): Promise<number> {
  const operands = [...options.operands];
  const reference = options.value('reference');
  const text =
    given ?? (reference === undefined ? operands.shift() : proc.files.stat(reference).mode.toString(8));
  if (text === undefined) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
  if (operands.length === 0)
    throw new UsageFailure(proc.busybox ? '' : `missing operand after ${quote(text)}`);
  if (applyMode(text, 0, false, 0) === undefined) {
    if (proc.busybox) throw new CommandFailure(`invalid mode '${text}'`);
    throw new UsageFailure(`invalid mode: ${quote(text)}`);
  }
  const failure = (path: string): string => (proc.busybox ? path : `changing permissions of ${quote(path)}`);
  return eachFile(proc, operands, options, failure, async (path, stat) => {
    const mode = applyMode(text, stat.mode, stat.type === 'directory', proc.umask) ?? stat.mode;
    proc.files.chmod(path, mode);
    if (!options.has('v') && !(options.has('c') && mode !== stat.mode)) return;
    const shown = (bits: number): string =>
      `${bits.toString(8).padStart(4, '0')} (${formatMode('file', bits).slice(1)})`;
    await proc.out(
      mode === stat.mode
        ? `mode of ${quote(path)} retained as ${shown(mode)}\n`
        : `mode of ${quote(path)} changed from ${shown(stat.mode)} to ${shown(mode)}\n`,
    );
  });
}
