import type { Program } from '../../kernel/process.ts';
import { complain, runCommand, UsageFailure } from '../support/command.ts';
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
  return runCommand(proc, spec, words[0] === '--help' ? words : [], async () => {
    const [format, ...values] = words;
    if (format === undefined) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    const { text, errors } = formatPrintf(format, values);
    await proc.out(text);
    for (const error of errors)
      await complain(proc, proc.busybox ? `invalid number ${error.replace(/: .*/, '')}` : error);
    return errors.length > 0 ? 1 : 0;
  });
};
