import type { Program } from '../../kernel/process.ts';
import { CommandFailure, complain, runCommand, UsageFailure } from '../support/command.ts';
import { formatPrintf } from './format-printf.ts';

/** printf. @see POSIX printf */
export const printf: Program = (proc) => {
  const words = proc.argv.slice(1);
  if (words[0] === '--') words.shift();
  const spec = {
    short: '',
    usage: 'FORMAT [ARGUMENT]...\n or:  printf OPTION',
    busyboxUsage: 'FORMAT [ARG]...\n\nFormat and print ARG(s) according to FORMAT (a-la C printf)',
  };
  return runCommand(
    proc,
    spec,
    /^--(help|version)$/.test(words[0] ?? '') && words.length === 1 ? words : [],
    async () => {
      const [format, ...values] = words;
      if (format === undefined) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
      const { text, errors, invalid } = formatPrintf(format, values);
      await proc.out(text);
      for (const error of errors)
        await complain(proc, proc.busybox ? `invalid number ${error.replace(/: .*/, '')}` : error);
      if (invalid === undefined) return errors.length > 0 ? 1 : 0;
      throw new CommandFailure(
        proc.busybox ? `${invalid}: invalid format` : `${invalid}: invalid conversion specification`,
      );
    },
  );
};
