import { isSysError } from '../../../kernel/errno.ts';
import type { Stat } from '../../../kernel/files/inode.ts';
import type { Process } from '../../../kernel/process.ts';
import { quote } from '../../support/quote.ts';

const REGEX_TYPES =
  'findutils-default ed emacs gnu-awk grep posix-awk awk posix-basic posix-egrep egrep posix-extended posix-minimal-basic sed'.split(
    ' ',
  );

/** The operand of -regextype; `fail` says what is wrong with it, and never returns. */
export function regexType(name: string, fail: (message: string) => never): string {
  if (REGEX_TYPES.includes(name)) return name;
  return fail(
    `Unknown regular expression type ${quote(name)}; valid types are ${REGEX_TYPES.map((one) => quote(one)).join(', ')}.`,
  );
}

/** The file that -newer and its like compare with. */
export function referenceFile(proc: Process, path: string, fail: (message: string) => never): Stat {
  try {
    return proc.files.stat(path);
  } catch (error) {
    if (!isSysError(error)) throw error;
    return fail(`${proc.busybox ? path : quote(path)}: ${error.message}`);
  }
}
