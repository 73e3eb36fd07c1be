import { baseName, dirName } from '../../kernel/files/path.ts';
import type { Program } from '../../kernel/process.ts';
import { command, UsageFailure } from '../support/command.ts';
import { quote } from '../support/quote.ts';

/** basename. @see POSIX basename */
export const basename: Program = command(
  {
    short: 'as:z',
    long: { multiple: 'a', suffix: 's:', zero: 'z' },
    usage: 'NAME [SUFFIX]\nor: basename OPTION... NAME...',
    busyboxUsage:
      'FILE [SUFFIX] | -a FILE... | -s SUFFIX FILE...\n\nStrip directory path and SUFFIX from FILE',
    inOrder: true,
  },
  async (proc, options) => {
    const many = options.has('a', 's');
    const [first, second, extra] = options.operands;
    if (first === undefined) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    if (!many && extra !== undefined)
      throw new UsageFailure(proc.busybox ? '' : `extra operand ${quote(extra)}`);
    const suffix = options.value('s') ?? (many ? '' : (second ?? ''));
    for (const path of many ? options.operands : [first]) {
      const name = path === '' ? '' : baseName(path);
      const cut =
        suffix !== '' && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
      await proc.out(cut + (options.has('z') ? '\0' : '\n'));
    }
    return 0;
  },
);

/** dirname. @see POSIX dirname */
export const dirname: Program = command(
  {
    short: 'z',
    long: { zero: 'z' },
    usage: '[OPTION] NAME...',
    busyboxUsage: 'FILENAME\n\nStrip non-directory suffix from FILENAME',
  },
  async (proc, options) => {
    if (options.operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    for (const path of options.operands) await proc.out(dirName(path) + (options.has('z') ? '\0' : '\n'));
    return 0;
  },
);
